namespace DynamoToolkit;

/// <summary>
/// Makes a partial class, record or struct storable as a map attribute (M) inside items. It has no table and no key of its own.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class DynamoMapAttribute : Attribute;
