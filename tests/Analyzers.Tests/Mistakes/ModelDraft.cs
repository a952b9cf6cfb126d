namespace DynamoToolkit.Analyzers.Tests.Mistakes;

/// <summary>A random model that is right until a mistake changes it, and a program that uses all that is generated for it.</summary>
internal sealed class ModelDraft
{
    /// <summary>
    /// What programs do with the generated code. Expressions take the compiler long, so that each model uses only some of it.
    /// </summary>
    private static readonly string[] AllUses =
    [
        "_ = ITEM.Key(\"a\", default(DateOnly), \"b\");",
        "_ = ITEM.TryParseKey(key, out var id, out DateOnly at, out var name) ? $\"{id} {at} {name}\" : null;",
        "await table.Put(new ITEM()).If(r => r.Note == \"x\" & r.Kind == Kind.One).ExecuteAsync();",
        "await table.Update(key).Set(r => r.Note, \"y\").If(r => r.Part.Size == 1).ExecuteAsync();",
        "await table.Delete(key).If(r => r.Id == \"a\").ExecuteAsync();",
        "await table.Query(ITEM.Partition(\"a\"), ITEM.SortKey.AtLeast(default(DateOnly), \"b\"))" +
        ".Where(r => r.Note == \"x\").ToListAsync();",
        "await table.Query(ITEM.Index.ByKind(Kind.One)).Where(r => r.Note == \"x\").ToListAsync();",
        "await table.Scan().Where(r => r.Parts[0].City == \"x\").ToListAsync();",
    ];

    private readonly string declaration;
    private readonly string[] uses;
    private readonly int depth;

    /// <summary>Draws a model.</summary>
    public ModelDraft(Random random, int number)
    {
        Number = number;
        depth = random.Next(3);
        declaration = random.Next(4) switch { 0 => "record", 1 => "class", 2 => "record struct", _ => "sealed class" };
        uses = random.GetItems(AllUses, 2).Distinct().ToArray();
        IsDerived = declaration is "sealed class" && random.Next(2) == 0;
        TypeAttributes = [$"DynamoTable(\"table{number}\")"];
        (PartitionKey, SortKey, Index) = random.Next(3) switch
        {
            0 => ("PartitionKey(\"P#{Id}\")", "SortKey(\"S#{At}#{Name}\")", "GlobalIndex(\"byKind\", \"K#{Kind}\", \"{Count}\")"),
            1 =>
                (
                    "PartitionKey(\"P#{Id}\")",
                    "SortKey(\"S#{At}#{Name}\")",
                    "GlobalIndex(\"byKind\", [\"{Kind}\"], [\"{Name}\", \"{Count}\"])"),
            _ =>
                (
                    "PartitionKey(\"{Id}\", AttributeName = \"pk\")",
                    "SortKey(\"{At}#{Name}\")",
                    "GlobalIndex(\"byKind\", \"{Kind}\", Include = [\"Note\"])"),
        };
        Members =
        [
            "public string Id { get; set; } = \"\";",
            "public DateOnly At { get; set; }",
            "public string Name { get; set; } = \"\";",
            "public Kind Kind { get; set; }",
            "public int Count { get; set; }",
            "public string? Note { get; set; }",
            "public Part? Part { get; set; }",
            "public List<Part> Parts { get; set; } = [];",
        ];
        Members = [.. Members.Select(member => (member, Order: random.Next())).OrderBy(one => one.Order).Select(one => one.member)];
        if (random.Next(2) == 0)
            Members.Add("public HashSet<string> Tags { get; set; } = [];");
        if (random.Next(2) == 0)
            Members.Add("[TimeToLive] public DateTimeOffset? Expires { get; set; }");
    }

    /// <summary>Makes names unique.</summary>
    public int Number { get; }

    /// <summary>Whether the item type is a leaf of a family.</summary>
    public bool IsDerived { get; }

    /// <summary>Whether the item type is nested.</summary>
    public bool IsNested => depth > 0;

    public bool IsRecord => declaration.Contains("record", StringComparison.Ordinal);

    public bool IsStruct => declaration.Contains("struct", StringComparison.Ordinal);

    public string Partial { get; set; } = "partial ";

    public string ContainingPartial { get; set; } = "partial ";

    public List<string> TypeAttributes { get; set; }

    public string PartitionKey { get; set; }

    public string SortKey { get; set; }

    public string Index { get; set; }

    public List<string> Members { get; set; }

    public string PartAttributes { get; set; } = "[DynamoMap]";

    public List<string> PartMembers { get; set; } = ["public int Size { get; set; }", "public string? City { get; set; }"];

    /// <summary>The type's name, from outside.</summary>
    private string Item => string.Concat(Enumerable.Range(0, depth).Select(i => $"Outer{i}.")) + "Item";

    /// <summary>Replaces a member's declaration, or adds it.</summary>
    public void Declare(string name, string declaration)
    {
        Members.RemoveAll(member => member.Contains($" {name} {{", StringComparison.Ordinal));
        Members.Add(declaration);
    }

    /// <summary>The source.</summary>
    public override string ToString()
    {
        var opening = string.Concat(
            Enumerable.Range(0, depth).Select(
                i => $"public static {(i == depth - 1 ? ContainingPartial : "partial ")}class Outer{i} {{\n"));
        string[] attributes = [.. TypeAttributes, PartitionKey, SortKey, Index, IsDerived ? "DynamoType(\"item\")" : ""];
        return $$"""
            #nullable enable annotations
            using System;
            using System.Collections.Generic;
            using System.Threading.Tasks;
            using DynamoToolkit;

            namespace Model{{Number}};

            public enum Kind { One, Two }
            {{PartAttributes}} public partial class Part { {{string.Join(" ", PartMembers)}} }
            {{(IsDerived ? $"[DynamoTable(\"table{Number}\"), {PartitionKey}, {SortKey}] " +
                "public abstract partial class Root { public string? Shared { get; set; } " + $"{BaseMembers()} }}" : "")}}
            {{opening}}
            [{{string.Join(", ", attributes.Where(attribute => attribute.Length > 0))}}]
            public {{Modifiers()}} Item{{(IsDerived ? " : Root" : "")}}
            {
                {{(IsStruct ? "public Item() { }" : "")}}
                {{string.Join("\n    ", Members.Where(member => !IsDerived || !IsKey(member)))}}
            }
            {{new string('}', depth)}}
            {{Uses()}}
            """;
    }

    private static bool IsKey(string member) =>
        new[] { " Id {", " At {", " Name {" }.Any(name => member.Contains(name, StringComparison.Ordinal));

    private string BaseMembers() => string.Join(" ", Members.Where(IsKey));

    private string Modifiers() => declaration.StartsWith("sealed ", StringComparison.Ordinal)
        ? $"sealed {Partial}{declaration["sealed ".Length..]}"
        : Partial + declaration;

    private string Uses() => $$"""
        public static class Uses
        {
            public static DynamoTable<{{Item}}> Table(DynamoClient client, DynamoTable<{{Item}}>? other) =>
                other ?? client.Table<{{Item}}>();

            public static async Task RunAsync(DynamoTable<{{Item}}> table, ItemKey<{{Item}}> key)
            {
                {{string.Join("\n        ", uses.Select(use => use.Replace("ITEM", Item, StringComparison.Ordinal)))}}
                await table.Get(key).ExecuteAsync();
            }
        }
        """;
}
