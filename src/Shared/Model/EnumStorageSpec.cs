namespace DynamoToolkit.Shared.Model;

/// <summary>The runtime's <c>EnumStorage</c>, value by value.</summary>
internal enum EnumStorageSpec
{
    Name,
    Number,
}
