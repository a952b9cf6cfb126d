namespace DynamoToolkit;

/// <summary>
/// Marks the member that holds the number of an item's version: an <c>int</c> or <c>long</c> that is the sort key, or the last member of the
/// sort key's template. Its type needs <see cref="VersionControlledAttribute"/>.
/// </summary>
/// <remarks>
/// A new item has 0, its first version is 1. An item that is read as the latest version has the number of that version, not the 0 of its key.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class VersionAttribute : Attribute;
