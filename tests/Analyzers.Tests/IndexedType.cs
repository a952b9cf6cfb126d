namespace DynamoToolkit.Analyzers.Tests;

/// <summary>Writes item types that have many indexes, for the rules that count them over a table.</summary>
internal static class IndexedType
{
    /// <summary>An item type's declaration.</summary>
    /// <param name="table">The table.</param>
    /// <param name="name">The type's name, marked or not.</param>
    /// <param name="indexes">Its indexes, from <see cref="Indexes"/>.</param>
    public static string Of(string table, string name, params IEnumerable<string> indexes) => $$"""
        [DynamoTable("{{table}}"), PartitionKey("{{string.Concat(name.Where(char.IsAsciiLetter))}}#{Id}")]
        {{string.Join('\n', indexes)}}
        public sealed partial class {{name}}
        {
            public required string Id { get; init; }

            [SortKey]
            public required string Sort { get; init; }

            {{string.Join('\n', Enumerable.Range(1, 6).Select(i => $"public string? M{i} {{ get; set; }}"))}}
        }


        """;

    /// <summary>Attributes for indexes <c>index1</c>, <c>index2</c> and so on.</summary>
    /// <param name="kind"><c>GlobalIndex</c> or <c>LocalIndex</c>.</param>
    /// <param name="first">The first one's number.</param>
    /// <param name="last">The last one's number.</param>
    /// <param name="includes">How many attributes each includes.</param>
    public static IEnumerable<string> Indexes(string kind, int first, int last, int includes = 0)
    {
        var include = string.Join(", ", Enumerable.Range(1, includes).Select(i => $"\"M{i}\""));
        var argument = includes == 0 ? "" : $", Include = [{include}]";
        return Enumerable.Range(first, last - first + 1).Select(i => $"[{kind}(\"index{i}\", \"A#{{M1}}\"{argument})]");
    }
}
