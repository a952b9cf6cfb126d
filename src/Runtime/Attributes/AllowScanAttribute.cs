namespace DynamoToolkit;

/// <summary>
/// States that scans are meant: on an item type, all scans of it; on a method, type or assembly, the scans in its code. It ends the
/// suggestion of DTK2020, and has no other effect.
/// </summary>
/// <param name="reason">Why reading the whole table is right, for those who read the code.</param>
[AttributeUsage(
    AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Method,
    Inherited = false)]
public sealed class AllowScanAttribute(string? reason = null) : Attribute
{
    /// <summary>Why reading the whole table is right.</summary>
    public string? Reason { get; } = reason;
}
