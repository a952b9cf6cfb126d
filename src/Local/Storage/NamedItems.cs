namespace DynamoToolkit.Local.Storage;

/// <summary>The items that the parts of one request name, to find two parts that name the same item.</summary>
internal sealed class NamedItems
{
    private readonly HashSet<string> seen = [];

    /// <summary>Adds an item.</summary>
    /// <param name="table">The table's name.</param>
    /// <param name="key">The item's key, as the table stores it.</param>
    /// <returns>False if another part named the item before.</returns>
    public bool Add(string table, byte[] key) => seen.Add($"{table}/{Convert.ToBase64String(key)}");
}
