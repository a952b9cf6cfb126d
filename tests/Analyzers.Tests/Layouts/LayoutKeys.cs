namespace DynamoToolkit.Analyzers.Tests.Layouts;

/// <summary>The keys of a random item type, as source text.</summary>
/// <param name="Attributes">The attributes of the class, with brackets.</param>
/// <param name="Members">The key members.</param>
internal sealed record LayoutKeys(string Attributes, string Members)
{
    private static readonly string[] PartitionTexts = ["P#", "P#", "P#", "P#", "Q", "Q#", ""];
    private static readonly string[] SortTexts = ["", "A#", "A", "AB#", "M", "META#", "ORDER#", "ORDER#", "+"];
    private static readonly string[] Constants = ["META", "M", "A", "AB#", "ORDER#1", "A#B"];
    private static readonly string[] Separators = ["#", "#L#", "#ITEM#", "#ORDER#"];
    private static readonly string[] OwnTypes = ["string", "string", "Guid", "DateTimeOffset", "DateOnly"];

    private static readonly string[] PartTypes =
    [
        "string", "string", "string", "int", "int", "long", "byte", "bool", "char", "double", "Guid", "DateOnly", "DateTimeOffset", "Color",
        "Color", "Big",
    ];

    /// <summary>Draws keys: partition keys from few, so that types share partitions, and sort keys that begin alike.</summary>
    public static LayoutKeys Draw(Random random)
    {
        var members = new List<string>();
        var partition = Partition(random, members);
        if (random.Next(7) == 0)
        {
            members.Add($"[SortKey, DynamoAttribute(\"sk\")] public required {One(random, OwnTypes)} K {{ get; init; }}");
            return new LayoutKeys($"[{partition}]", string.Join(' ', members));
        }

        return new LayoutKeys($"[{partition}, {Sort(random, members)}]", string.Join(' ', members));
    }

    private static string Partition(Random random, List<string> members)
    {
        var text = One(random, PartitionTexts);
        if (text is "Q")
            return "PartitionKey(\"Q\")";

        members.Add($"public required {(text is "Q#" ? "int" : "string")} A {{ get; init; }}");
        var ending = random.Next(6) == 0 ? "#X" : "";
        return $"PartitionKey(\"{text}{{A}}{ending}\", AttributeName = \"pk\")";
    }

    private static string Sort(Random random, List<string> members)
    {
        var template = One(random, SortTexts);
        var parts = random.Next(5) == 0 ? 0 : random.Next(1, 4);
        for (var i = 0; i < parts; i++)
        {
            template += i == 0 ? "" : One(random, Separators);
            if (members.Count == 1 && random.Next(8) == 0)
            {
                // A part of both keys.
                template += "{A}";
                continue;
            }

            members.Add($"public required {One(random, PartTypes)} S{i} {{ get; init; }}");
            template += $"{{S{i}}}";
        }

        if (parts == 0)
            template = One(random, Constants);
        else if (random.Next(5) == 0)
            template += "#END";
        return $"SortKey(\"{template}\", AttributeName = \"sk\")";
    }

    private static string One(Random random, string[] values) => values[random.Next(values.Length)];
}
