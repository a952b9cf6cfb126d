namespace DynamoToolkit;

/// <summary>Excludes a member from the item: it is neither written nor read.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class DynamoIgnoreAttribute : Attribute;
