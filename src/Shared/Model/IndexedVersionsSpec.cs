namespace DynamoToolkit.Shared.Model;

/// <summary>Which items of a type whose versions are kept an index holds: the runtime's <c>IndexedVersions</c>.</summary>
internal enum IndexedVersionsSpec
{
    All,
    Latest,
    Numbered,
}
