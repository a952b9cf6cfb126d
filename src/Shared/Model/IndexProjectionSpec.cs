namespace DynamoToolkit.Shared.Model;

/// <summary>The runtime's <c>IndexProjection</c>, value by value.</summary>
internal enum IndexProjectionSpec
{
    All,
    KeysOnly,
    Include,
}
