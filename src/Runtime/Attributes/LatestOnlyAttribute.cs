namespace DynamoToolkit;

/// <summary>
/// Marks a member of a <see cref="VersionControlledAttribute"/> type that is not stored with each version, but only with the copy of the
/// latest one. Its value is that of version 1: later saves keep it, whatever the item in memory has.
/// </summary>
/// <remarks>An item that is read as one of its versions has the member's default value: null, 0 or an empty text.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class LatestOnlyAttribute : Attribute;
