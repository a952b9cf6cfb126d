namespace DynamoToolkit.Analyzers.Tests.Layouts;

/// <summary>Writes the sources of random item types of one table.</summary>
internal sealed class LayoutSource(Random random)
{
    /// <summary>What comes before the types.</summary>
    public const string Head = """
        using System;
        using DynamoToolkit;

        public enum Color { Red, Green = 5, META = 7, A = 8 }
        public enum Big : long { Red, B = 5, ORDER = 7 }
        [DynamoMap] public sealed partial class Part { public int? N { get; set; } public string? G { get; set; } }

        """;

    private const string Table = "[DynamoTable(\"layouts\")]";
    private const string Index = "[GlobalIndex(\"byG\", \"G\")]";
    private const string Members = "public int? N { get; set; } public string? G { get; set; }";
    private const string Expiry = "[TimeToLive] public DateTimeOffset? Ttl { get; set; }";

    private readonly List<LayoutUnit> units = [];

    /// <summary>The units so far.</summary>
    public IReadOnlyList<LayoutUnit> Units => units;

    /// <summary>Adds a type, a family, a type with a view, or two types that share their keys.</summary>
    public void AddUnit()
    {
        var name = $"T{units.Count}";
        var keys = LayoutKeys.Draw(random);
        units.Add(random.Next(10) switch
        {
            < 5 => new LayoutUnit([name], [Single(name, keys, "")]),
            < 8 => Family(name, keys),
            8 => new LayoutUnit([name, name + "View"], [Single(name, keys, ""), View(name, keys)]),
            _ => Twins(name, keys),
        });
    }

    private static string Type(string name) => $"[DynamoType(\"{name}\")]";

    private string Single(string name, LayoutKeys keys, string attributes) =>
        $"{Table}{keys.Attributes}{Index}{attributes} public sealed partial class {name} "
        + $"{{ {keys.Members} {Members} {MaybeExpiry()} public string? Own{name} {{ get; set; }} }}";

    private string View(string name, LayoutKeys keys) =>
        $"{Table}{keys.Attributes}{Index}[ViewOf(typeof({name}))] "
        + $"public sealed partial class {name}View "
        + $"{{ {keys.Members} {Members} }}";

    private LayoutUnit Twins(string name, LayoutKeys keys) => new(
        [name, name + "Twin"],
        [Single(name, keys, Type(name)), Single(name + "Twin", keys, Type(name + "Twin"))]);

    /// <summary>A base class, two or three classes below it, some of them below another one, and perhaps a view of one.</summary>
    private LayoutUnit Family(string name, LayoutKeys keys)
    {
        var isAbstract = random.Next(2) == 0;
        var names = new List<string> { name };
        var declarations = new List<string>
        {
            $"{Table}{keys.Attributes}{Index}{(isAbstract ? "" : Type(name))} public {(isAbstract ? "abstract" : "")} partial class {name} "
            + $"{{ {keys.Members} {Members} {MaybeExpiry()} }}",
        };
        var leaves = random.Next(2, 4);
        for (var i = 0; i < leaves; i++)
        {
            var leaf = $"{name}L{i}";
            var parent = i == 2 || (i == 1 && random.Next(3) == 0) ? $"{name}L0" : name;
            declarations.Add($"{Table}{Type(leaf)} public partial class {leaf} : {parent} {{ public string? Own{leaf} {{ get; set; }} }}");
            names.Add(leaf);
        }

        if (random.Next(3) == 0)
        {
            var viewed = names[random.Next(names.Count)];
            names.Add(viewed + "View");
            declarations.Add(View(viewed, keys));
        }

        return new LayoutUnit(names, declarations);
    }

    private string MaybeExpiry() => random.Next(3) == 0 ? Expiry : "";
}
