namespace DynamoToolkit.Shared.Schema;

/// <summary>The shards of a key, as the baseline has them: <c>16 also 4 by id</c>.</summary>
/// <param name="Numbers">The numbers of shards that reads include.</param>
/// <param name="By">What decides on the shard.</param>
internal sealed record ShardNumbers(IReadOnlyList<string> Numbers, string By)
{
    /// <summary>Takes a value apart.</summary>
    public static ShardNumbers Read(string value)
    {
        var words = value.Split(' ');
        var count = words.Length > 2 && words[1] == "also" ? 3 : 1;
        return new ShardNumbers(
            [.. words.Take(count).Where(word => word != "also")], string.Join(" ", words.Skip(count)));
    }

    /// <summary>Whether reads with other shards find all items of these.</summary>
    public bool IsCoveredBy(ShardNumbers other) => By == other.By && Numbers.All(other.Numbers.Contains);
}
