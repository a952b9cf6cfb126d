namespace DynamoToolkit;

/// <summary>
/// Marks the string member of a <see cref="VersionControlledAttribute"/> type that holds who saved the version: the <c>by</c> of the save.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class UpdatedByAttribute : Attribute;
