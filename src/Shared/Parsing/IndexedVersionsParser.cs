using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>
/// Checks which versions an index can hold. An item is kept out of an index by leaving out one of its keys, and only a key that is an
/// attribute for the index alone can be left out.
/// </summary>
internal sealed class IndexedVersionsParser(
    ParseContext context, List<StoredMember> members, KeySpec? partition, KeySpec? sort, EquatableArray<IndexSpec> indexes)
{
    /// <summary>Checks all indexes.</summary>
    public void Check()
    {
        foreach (var attribute in context.Type.SelfAndBases().SelectMany(type => type.GetAttributes()))
        {
            if (!attribute.IsToolkit(AttributeNames.GlobalIndex) && !attribute.IsToolkit(AttributeNames.LocalIndex))
                continue;
            if (indexes.FirstOrDefault(index => index.Name == attribute.Text(0)) is not { } index)
                continue;
            if (index is { Versions: IndexedVersionsSpec.All, Projection: IndexProjectionSpec.KeysOnly })
            {
                context.Problem(
                    RuleTable.IndexWithoutLatestVersion,
                    attribute,
                    ("index", index.Name), ("type", context.DeclarerOf(attribute)));
            }
            else if (index.Versions != IndexedVersionsSpec.All && !CanLeaveOut(index))
            {
                context.Problem(
                    RuleTable.IndexedVersionsNotPossible, attribute, ("index", index.Name), ("versions", index.Versions.ToString()));
            }
        }
    }

    private bool CanLeaveOut(IndexSpec index) => index.Partition.Concat(index.Sort).Any(key =>
        key.IsUnknown
        || IndexKeys.IsOwnOf(index, key, [partition, sort], indexes)
        || (index.Versions == IndexedVersionsSpec.Latest && IsLatestOnly(key.Member)));

    private bool IsLatestOnly(string? name) => members.Any(member => member.Spec.IsLatestOnly && member.Spec.Name == name);
}
