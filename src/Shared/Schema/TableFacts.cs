using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Schema;

/// <summary>Collects the facts about a table, each from the first of its item types that declares it.</summary>
internal static class TableFacts
{
    /// <summary>The owner of the facts about a table.</summary>
    public static string OwnerOf(string table) => $"table {table}";

    /// <summary>The facts about a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="types">Its item types, ordered by name.</param>
    public static ModelOwner Of(string table, IReadOnlyList<(INamedTypeSymbol Type, ItemSpec Spec)> types)
    {
        var facts = new Dictionary<string, ModelFact>();
        foreach (var (type, spec) in types)
        {
            Add("key", KeyTexts.SchemaOf(spec.PartitionKey!, spec.SortKey), () =>
                SchemaAnchor.OfKey(type, spec.PartitionKey, AttributeNames.PartitionKey));
            foreach (var index in spec.Indexes)
                Add(IndexSubject(index.Name, index.IsLocal), KeyTexts.SchemaOf(index), () => SchemaAnchor.OfIndex(type, index.Name));

            if (spec.Members.FirstOrDefault(member => member.IsTimeToLive) is { } expiry)
                Add("time to live", SchemaText.Name(expiry.AttributeName), () => SchemaAnchor.OfMember(type, expiry.Name));
        }

        return new ModelOwner(OwnerOf(table), SchemaAnchor.Of(types[0].Type), [.. facts.Values]);

        void Add(string subject, string value, Func<SchemaAnchor> anchor)
        {
            if (!facts.ContainsKey(subject))
                facts.Add(subject, new ModelFact(new SchemaLine(OwnerOf(table), subject, value), anchor()));
        }
    }

    /// <summary>The subject of an index of a table.</summary>
    public static string IndexSubject(string index, bool isLocal) => $"{(isLocal ? "local" : "global")} index {index}";
}
