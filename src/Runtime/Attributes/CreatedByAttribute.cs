namespace DynamoToolkit;

/// <summary>
/// Marks the string member of a <see cref="VersionControlledAttribute"/> type that holds who saved the first version: the <c>by</c> of the
/// save, if the member is null or empty.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class CreatedByAttribute : Attribute;
