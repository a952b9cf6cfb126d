using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Schema;

/// <summary>One attribute of a key and its type.</summary>
internal sealed record KeyElement(string Name, ValueKind Kind, bool IsHash)
{
    /// <summary>HASH or RANGE.</summary>
    public string KeyType => IsHash ? "HASH" : "RANGE";
}
