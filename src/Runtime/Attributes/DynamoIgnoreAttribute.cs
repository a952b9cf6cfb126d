namespace DynamoToolkit;

/// <summary>Leaves a member out of the item: it is neither written nor read.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class DynamoIgnoreAttribute : Attribute;
