namespace DynamoToolkit.Analyzers.Tests.Mistakes;

/// <summary>The kinds of mistakes: at least one for each rule about one type, and several where the generated code differs.</summary>
internal static class AllMistakes
{
    /// <summary>The kinds.</summary>
    public static IReadOnlyList<Mistake> Kinds { get; } =
    [
        new("DTK0001", draft => draft.Partial = "") { CompilerErrorId = "CS0260" },
        new("DTK0002", draft => draft.ContainingPartial = "") { CompilerErrorId = "CS0260", Fits = draft => draft.IsNested },
        new("DTK0004", draft => draft.TypeAttributes.Add("DynamoMap")),
        new("DTK0005", draft => draft.Declare("Payload", "public object? Payload { get; set; }")),
        new("DTK0005", draft => draft.Declare("Note", "public IComparable? Note { get; set; }")),
        new("DTK0005", draft => draft.Declare("Grid", "public List<int[,]>? Grid { get; set; }")),
        new("DTK0005", draft => draft.Declare("Id", "public object Id { get; set; } = new();")),
        new("DTK0005", draft => draft.Declare("Pair", "public (int A, object B) Pair { get; set; }")),
        new("DTK0005", draft => draft.PartMembers.Add("public Action? Callback { get; set; }")),
        new("DTK0006", draft => draft.Declare("Note", "[DynamoAttribute(\"name\")] public string? Note { get; set; }")),
        new("DTK0007", draft => draft.Declare("Hash", "public int Hash { get; } = 5;")),
        new("DTK0008", draft => draft.Declare("Expires", "[TimeToLive] public string? Expires { get; set; }")),
        new("DTK0009", draft =>
        {
            draft.Declare("Expires", "[TimeToLive] public long? Expires { get; set; }");
            draft.Declare("Dies", "[TimeToLive] public long? Dies { get; set; }");
        }),
        new("DTK0010", draft => draft.Declare("Flags", "public HashSet<bool> Flags { get; set; } = [];")),
        new("DTK0010", draft => draft.Declare("Flags", "public HashSet<string?>? Flags { get; set; }")),
        new("DTK0012", draft => draft.TypeAttributes[0] = "DynamoTable(\"no spaces here\")"),
        new("DTK0012", draft => draft.TypeAttributes[0] = "DynamoTable(\"\")"),
        new("DTK0012", draft => draft.Declare("Odd", "[DynamoAttribute(\"\")] public string? Odd { get; set; }")),
        new("DTK0012", draft => draft.PartMembers.Add("[DynamoAttribute(\"\")] public string? Odd { get; set; }")),
        new("DTK0013", draft => draft.Declare("Note", "[DynamoIgnore, DynamoAttribute(\"n\")] public string? Note { get; set; }")),
        new("DTK0013", draft => draft.Declare("Shared1", "[DynamoAttribute(\"n\")] public static string? Shared1 { get; set; }")),
        new("DTK0014", draft => draft.PartAttributes = "/* DynamoMap */"),
        new("DTK0017", draft => draft.Declare("Count", "[DynamoConverter(typeof(string))] public int Count { get; set; }")),
        new("DTK0018", draft => draft.Declare("Rest", "[DynamoExtra] public Dictionary<string, string>? Rest { get; set; }")),
        new("DTK0019", draft => draft.Declare("Size", "[DynamoDefault(\"x\")] public int Size { get; set; }")),
        new("DTK0020", draft =>
        {
            draft.Declare("Rest", "[DynamoExtra] public ExtraAttributes? Rest { get; set; }");
            draft.Declare("Others", "[DynamoExtra] public ExtraAttributes? Others { get; set; }");
        }),
        new(
            "DTK0028",
            draft => draft.Declare("Rest", "[DynamoExtra, DynamoAttribute(\"rest\")] public ExtraAttributes? Rest { get; set; }")),
        new("DTK0100", draft => draft.TypeAttributes.Add("WriteSharded(1, By = \"At\")")),
        new("DTK0101", draft => draft.TypeAttributes.Add("WriteSharded(4, Index = \"none\")")),
        new("DTK0101", draft => draft.TypeAttributes.Add("WriteSharded(4, By = \"At\", Also = 5)")),
        new("DTK0102", draft => draft.TypeAttributes.Add("WriteSharded(4, By = \"Note\")")),
        new("DTK0103", draft => draft.TypeAttributes.Add("WriteSharded(4)")),
        new("DTK0120", draft => draft.Declare("Hits", "[ShardedCounter(4)] public double Hits { get; set; }")),
        new("DTK0121", draft => draft.Declare("Hits", "[ShardedCounter(1)] public long Hits { get; set; }")),
        new("DTK1001", draft => draft.PartitionKey = "DynamoNaming(NamingPolicy.SnakeCase)"),
        new("DTK1002", draft => draft.Declare("Other", "[PartitionKey] public string Other { get; set; } = \"\";")),
        new("DTK1003", draft => draft.Declare("Other", "[SortKey] public string Other { get; set; } = \"\";")),
        new("DTK1004", draft =>
        {
            draft.Declare("Flag", "public bool Flag { get; set; }");
            draft.Index = "GlobalIndex(\"byKind\", \"{Flag}\")";
        }),
        new("DTK1005", draft => draft.Declare("Name", "public string? Name { get; set; }")),
        new("DTK1006", draft => draft.PartitionKey = "PartitionKey(\"P#{Idd}\")"),
        new("DTK1006", draft => draft.SortKey = "SortKey(\"S#{At}#{Nmae}\")"),
        new("DTK1006", draft => draft.Index = "GlobalIndex(\"byKind\", \"K#{Kidn}\", \"{Count}\")"),
        new("DTK1006", draft =>
        {
            draft.Declare("Computed", "public string Computed => Name;");
            draft.Index = "GlobalIndex(\"byKind\", \"K#{Kind}\", \"{Computed}\")";
        }),
        new("DTK1007", draft => draft.PartitionKey = "PartitionKey(\"P#{Id\")"),
        new("DTK1007", draft => draft.SortKey = "SortKey(\"\")"),
        new("DTK1007", draft => draft.Index = "GlobalIndex(\"byKind\", \"K#{}\")"),
        new("DTK1008", draft => draft.SortKey = "SortKey(\"S#{At}#{Parts}\")") { Fits = draft => !draft.IsDerived },
        new("DTK1009", draft => draft.SortKey = "SortKey(\"{Name}{At}\")"),
        new("DTK1010", draft => draft.TypeAttributes.Add("GlobalIndex(\"byKind\", \"{Note}\")")),
        new("DTK1011", draft => draft.Index = "GlobalIndex(\"byKind\", \"{Kind}\", Include = [\"Noet\"])"),
        new("DTK1013", draft => draft.Index = "GlobalIndex(\"byKind\", [\"{Kind}\", \"{Id}\", \"{At}\", \"{Name}\", \"{Count}\"], [])"),
        new("DTK1015", draft => draft.Declare("Note", "[DynamoAttribute(\"sk\")] public string? Note { get; set; }")),
        new("DTK1017", draft => draft.Index = "GlobalIndex(\"byKind\", \"{Kind}\", \"{Kind}\")"),
        new("DTK1027", draft => draft.Index = "GlobalIndex(\"byKind\", \"{Kind}\", Projection = IndexProjection.Include)"),
        new("DTK1028", draft => draft.Index = "GlobalIndex(\"byKind\", \"{Kind}\", SortAttributeName = \"x\")"),
        new("DTK1014", draft => draft.PartMembers.Add("[PartitionKey] public string Key { get; set; } = \"\";")),
    ];
}
