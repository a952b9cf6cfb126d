using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Parsing;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK0024: the base class says where its types are stored and what their attributes are called.</summary>
internal sealed class FamilyDisagreesRule : ModelRule
{
    public override void Check(ModelRuleContext context)
    {
        if (context.Spec.Discriminator is null)
            return;
        foreach (var root in context.FamilyBases)
        {
            if (context.ItemTypes.Parse(root, context.CancellationToken).Spec is not { } spec)
                continue;
            if (Difference(context.Spec, spec) is not { } difference)
                continue;

            // A type between the two has it as well, and reports it.
            var between = context.FamilyBases.TakeWhile(type => !SymbolEqualityComparer.Default.Equals(type, root));
            if (between.Any(type => Families.DiscriminatorOf(type) is not null
                && context.ItemTypes.Parse(type, context.CancellationToken).Spec is { } other && Difference(other, spec) == difference))
            {
                return;
            }

            context.Report(RuleTable.FamilyDisagrees, ("type", context.Name), ("base", root.ToMessage()), ("difference", difference));
            return;
        }
    }

    private static string? Difference(ItemSpec type, ItemSpec root)
    {
        if (type.TableName != root.TableName)
            return type.TableName is null || root.TableName is null ? "[DynamoTable] or [DynamoMap]" : "table";
        if (type.PartitionKey != root.PartitionKey)
            return "partition key";
        if (type.SortKey != root.SortKey)
            return "sort key";
        if (root.Indexes.FirstOrDefault(index => type.Indexes.Any(other => HaveOtherKeys(index, other))) is { } changed)
            return $"keys for index '{changed.Name}'";
        if (!Stamps(type).SequenceEqual(Stamps(root)))
            return "concurrency token and times of writes";
        if (!type.Unique.Equals(root.Unique))
            return "unique values";
        if (!Indexes(type).SequenceEqual(Indexes(root)))
            return "trigram indexes";
        if (type.Retention != root.Retention)
            return "retention";
        if (VersionsOf(type) != VersionsOf(root))
            return "[VersionControlled] and members with [Version], [LatestOnly], [CreatedBy] and [UpdatedBy]";
        if (root.Members.FirstOrDefault(member => type.Members.Any(other => HaveOtherNames(member, other))) is { } renamed)
            return $"attribute name for '{renamed.Name}'";
        if (root.Members.FirstOrDefault(member => type.Members.Any(other => HaveOtherForms(member, other))) is { } converted)
            return $"stored form of '{converted.Name}'";
        return root.Members.FirstOrDefault(member => IsMaterialized(type, member) != IsMaterialized(root, member)) is { } computed
            ? $"[Materialize] or [MaterializedCount] on '{computed.Name}'"
            : null;
    }

    private static IEnumerable<(StampSpec Stamp, string AttributeName)> Stamps(ItemSpec type) => type.Members
        .Where(member => member.Stamp != StampSpec.None)
        .Select(member => (member.Stamp, member.AttributeName))
        .OrderBy(stamp => stamp.Stamp);

    private static IEnumerable<TrigramSpec> Indexes(ItemSpec type) =>
        type.Trigrams.Select(index => index with { Stamp = null, InheritsStamp = false });

    private static (VersionSpec? Versions, string LatestOnly) VersionsOf(ItemSpec type) =>
        (type.Versions, string.Join(",", type.Members.Where(member => member.IsLatestOnly).Select(member => member.AttributeName)));

    private static bool HaveOtherKeys(IndexSpec one, IndexSpec other) =>
        one.Name == other.Name
        && !(one.Partition.Equals(other.Partition) && one.Sort.Equals(other.Sort) && one.Versions == other.Versions);

    private static bool HaveOtherForms(MemberSpec one, MemberSpec other) =>
        one.Name == other.Name && one.HasOwnAttribute && other.HasOwnAttribute && HaveOtherForms(one.Value, other.Value);

    private static bool HaveOtherForms(ValueSpec? one, ValueSpec? other) =>
        one is not null && other is not null
        && (one.Wire != other.Wire || one.CustomConverter != other.CustomConverter || one.OtherForm != other.OtherForm
            || one.Enum?.Storage != other.Enum?.Storage || HaveOtherForms(one.Element, other.Element)
            || HaveOtherForms(one.Key, other.Key));

    private static bool IsMaterialized(ItemSpec type, MemberSpec member) => type.Materialized.Any(one => one.Member == member.Name);

    private static bool HaveOtherNames(MemberSpec one, MemberSpec other) =>
        one.Name == other.Name && one.AttributeName != other.AttributeName;
}
