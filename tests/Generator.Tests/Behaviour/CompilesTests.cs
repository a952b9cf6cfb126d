using DynamoToolkit.TestKit;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoToolkit.Generator.Tests.Behaviour;

/// <summary>Types of every kind compile without a complaint, whatever names they have and wherever they stand.</summary>
public sealed class CompilesTests
{
    [Theory]
    [InlineData("public sealed partial class Item { [PartitionKey] public string Id { get; set; } = \"\"; public int N { get; set; } }")]
    [InlineData("public partial record Item([property: PartitionKey] string Id, int N, int? M = 5, string? S = null);")]
    [InlineData("public partial record Item([property: PartitionKey] string Id) { " +
        "public int N { get; init; } = 7; public required string R { get; init; } }")]
    [InlineData("public partial struct Item { [PartitionKey] public string Id { get; set; } public int N; }")]
    [InlineData("public readonly partial struct Item(string id, int n) { " +
        "[PartitionKey] public string Id { get; } = id; public int N { get; } = n; }")]
    [InlineData("public readonly partial record struct Item([property: PartitionKey] string Id, long N);")]
    [InlineData("public partial record struct Item { public Item() { } " +
        "[PartitionKey] public string Id { get; init; } = \"\"; public long N { get; init; } = 3; }")]
    [InlineData("internal partial class Item { [PartitionKey] internal string Id { get; private set; } = \"\"; " +
        "[DynamoAttribute] private int n; public int N => n; }")]
    [InlineData("public partial class Item { public Item(string id) => Id = id; " +
        "[PartitionKey] public string Id { get; } public int N { get; protected set; } }")]
    public void Type_OfEachKind_Compiles(string declaration) =>
        GeneratorRunner.Run($"using DynamoToolkit;\nnamespace A.B;\n[DynamoTable(\"items\")]\n{declaration}");

    [Theory]
    [InlineData("Key")]
    [InlineData("Index")]
    [InlineData("Attributes")]
    [InlineData("FilterAttributes")]
    [InlineData("UpdatableAttributes")]
    [InlineData("Partition")]
    [InlineData("SortKey")]
    [InlineData("TryParseKey")]
    [InlineData("Model")]
    [InlineData("DynamoModel")]
    [InlineData("Item")]
    [InlineData("writer")]
    [InlineData("reader")]
    [InlineData("start")]
    [InlineData("item")]
    [InlineData("name")]
    [InlineData("attribute")]
    [InlineData("key")]
    [InlineData("partition")]
    [InlineData("sort")]
    [InlineData("path")]
    [InlineData("@class")]
    [InlineData("@record")]
    [InlineData("global")]
    [InlineData("Path")]
    [InlineData("System")]
    [InlineData("DynamoToolkit")]
    [InlineData("Größe")]
    [InlineData("ColorConverter")]
    [InlineData("WriteMap")]
    [InlineData("KeyOf")]
    [InlineData("ByNameAttributes")]
    [InlineData("_")]
    public void Member_OfAnyName_Compiles(string name) => GeneratorRunner.Run($$"""
        using DynamoToolkit;
        using System.Collections.Generic;
        namespace N;
        public enum Color { Red, @class }
        [DynamoTable("items"), PartitionKey("P#{Id}#{{name.TrimStart('@')}}"), SortKey("S#{ {{name.TrimStart('@')}} }")]
        [GlobalIndex("byName", "{Id}", "G#{ {{name.TrimStart('@')}} }")]
        public partial class Holder
        {
            public string Id { get; set; } = "";
            public Color Color { get; set; }
            public required string {{name}} { get; set; }
            public string? N { get; set; }
            public Part? Part { get; set; }
        }
        [DynamoMap]
        public partial class Part
        {
            public string? {{name}} { get; set; }
            public List<Part>? Parts { get; set; }
        }
        """);

    [Fact]
    public void Types_NestedGlobalAndOfOneName_Compile() => GeneratorRunner.Run("""
        [DynamoToolkit.DynamoTable("items")]
        public partial class Item { [DynamoToolkit.PartitionKey] public string Id { get; set; } = ""; }
        """, """
        namespace A
        {
            [DynamoToolkit.DynamoTable("items")]
            public partial class Item { [DynamoToolkit.PartitionKey] public string Id { get; set; } = ""; }
        }
        namespace B
        {
            [DynamoToolkit.DynamoTable("items")]
            public partial class Item { [DynamoToolkit.PartitionKey] public string Id { get; set; } = ""; }
        }
        namespace @class.@event
        {
            [DynamoToolkit.DynamoTable("items")]
            public partial class @int { [DynamoToolkit.PartitionKey] public string Id { get; set; } = ""; }
        }
        namespace A
        {
            public static partial class Outer
            {
                internal partial struct Middle
                {
                    [DynamoToolkit.DynamoTable("items")]
                    private partial record Item { [DynamoToolkit.PartitionKey] public string Id { get; set; } = ""; }
                    [DynamoToolkit.DynamoTable("items")]
                    internal partial record Other { [DynamoToolkit.PartitionKey] public string Id { get; set; } = ""; }
                }
            }
        }
        """);

    [Fact]
    public void Names_ThatNeedEscapes_Compile() => GeneratorRunner.Run("""
        using DynamoToolkit;
        [DynamoTable("items"), PartitionKey("a\"b\\{{\u0001}}#{Id}", AttributeName = "p\"k\u0007é")]
        [GlobalIndex("by.Name-1", "x\"{{{Id}}}")]
        public partial class Item
        {
            [DynamoAttribute("i\"d\\\n\ud83d\ude00")] public string Id { get; set; } = "";
            [DynamoAttribute("<a>&b")] public string? Other { get; set; }
        }
        """);

    [Fact]
    public void Members_ThatAreObsolete_Compile() => GeneratorRunner.Run("""
        using System;
        using DynamoToolkit;
        [DynamoTable("items")]
        public partial class Item
        {
            [PartitionKey] public string Id { get; set; } = "";
            [Obsolete("old")] public string? Old { get; set; }
            [Obsolete] public Kind Kind { get; set; }
        }
        [Obsolete] public enum Kind { A, [Obsolete("x")] B }
        """);

    [Fact]
    public void BaseClasses_WithMembersAndPrivateSetters_Compile() => GeneratorRunner.Run("""
        using DynamoToolkit;
        public abstract class Entity
        {
            public string Id { get; private set; } = "";
            public virtual int Version { get; protected set; }
            public required string Kind { get; init; }
        }
        [DynamoTable("items"), PartitionKey("{Id}")]
        public partial class Item : Entity
        {
            public override int Version { get; protected set; }
            public int Extra { get; init; } = 4;
        }
        [DynamoTable("items")]
        public partial class Special : Item
        {
            public string? More { get; set; }
        }
        """);

    [Fact]
    public void Sources_OutsideNullableContexts_Compile() => GeneratorRunner.Run("""
        #nullable disable
        using DynamoToolkit;
        using System.Collections.Generic;
        [DynamoTable("items"), PartitionKey("P#{Id}")]
        public partial class Item
        {
            public string Id { get; set; }
            public List<string> Names { get; set; }
            public HashSet<string> Tags { get; set; }
            public byte[][] Blobs { get; set; }
            public Dictionary<string, List<int?>> Numbers { get; set; }
        }
        """);

    [Theory]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.LatestMajor)]
    [InlineData(LanguageVersion.Preview)]
    public void Output_InEachLanguageVersion_Compiles(LanguageVersion version) => GeneratorRunner.Run(new CSharpParseOptions(version), """
        using DynamoToolkit;
        [DynamoTable("items"), PartitionKey("P#{Id}"), SortKey("S#{Sub}#{At}")]
        public partial record Item(string Id, string Sub, System.DateTimeOffset At, [property: TimeToLive] System.DateTimeOffset? Expires);
        """);

    [Fact]
    public void Members_NamedLikeThoseOfEveryObject_Compile() => GeneratorRunner.Run("""
        using DynamoToolkit;
        [DynamoMap]
        public partial class Part
        {
            public string? path { get; set; }
            public string? path2 { get; set; }
            public new string? ToString { get; set; }
            public new string? Equals { get; set; }
            public new int GetHashCode { get; set; }
            public new int GetType { get; set; }
            public new int MemberwiseClone { get; set; }
            public new int ReferenceEquals { get; set; }
        }
        """);

    [Fact]
    public void Types_WhoseGeneratedNamesCouldMeet_Compile() => GeneratorRunner.Run("""
        using DynamoToolkit;
        namespace N;
        [DynamoTable("items")] public partial class Run { [PartitionKey] public string Id { get; set; } = ""; }
        [DynamoTable("items")] public partial class RUN { [PartitionKey] public string Id { get; set; } = ""; }
        [DynamoTable("items")] public partial class run_ { [PartitionKey] public string Id { get; set; } = ""; }
        public static class RunExpressions;
        public static class RunItemExpressions;
        [DynamoTable("items")] public partial class A_B { [PartitionKey] public string Id { get; set; } = ""; }
        public static partial class A
        {
            [DynamoTable("items")] public partial class B { [PartitionKey] public string Id { get; set; } = ""; }
        }
        """);

    [Fact]
    public void Types_OfMembersThatAreLessVisibleThanTheItem_Compile() => GeneratorRunner.Run("""
        using DynamoToolkit;
        using DynamoToolkit.Wire;
        using System.Collections.Generic;
        internal enum Hidden { One }
        [DynamoConverter(typeof(MoneyConverter))] public readonly record struct Money(decimal Amount);
        internal readonly struct MoneyConverter : IAttributeConverter<Money>
        {
            public static void Write(ref ItemWriter writer, Money value) => writer.WriteNumberValue(value.Amount);
            public static Money Read(ref ItemReader reader) => new(reader.ReadDecimal());
        }
        [DynamoTable("items")]
        public sealed partial class Item
        {
            [PartitionKey] public string Id { get; set; } = "";
            public Money Price { get; set; }
            public Dictionary<string, Money>? Prices { get; set; }
            [DynamoConverter(typeof(Own))] public string? Text { get; set; }
            [DynamoAttribute("hidden")] internal Hidden Hidden { get; set; }
            [DynamoAttribute("states")] private List<State>? States { get; set; }
            [DynamoAttribute(EnumStorage = EnumStorage.Number)] private State Last { get; set; }
            private enum State { On, Off }
            private readonly struct Own : IAttributeConverter<string>
            {
                public static void Write(ref ItemWriter writer, string value) => writer.WriteStringValue(value);
                public static string Read(ref ItemReader reader) => reader.ReadString();
            }
        }
        """);

    [Fact]
    public void Members_WhoseUseTheCompilerReports_Compile() => GeneratorRunner.Run("""
        using System;
        using System.Diagnostics.CodeAnalysis;
        using DynamoToolkit;
        [DynamoTable("items"), PartitionKey("P#{Id}")]
        public partial class Item
        {
            public string Id { get; set; } = "";
            [Obsolete("gone", error: true)] public string? Gone { get; set; }
            [Obsolete("gone", error: true, DiagnosticId = "MINE2")] public int Lost { get; set; }
            [Obsolete("old", DiagnosticId = "MINE1")] public string? Old { get; set; }
            [Experimental("MINE3")] public string? New { get; set; }
            [Experimental("MINE4")] public Trial? Trial { get; set; }
            [Obsolete("gone", error: true)] public Kind Kind { get; set; }
            public Level Level { get; set; }
        }
        [DynamoMap, Experimental("MINE4")] public partial class Trial { public string? Name { get; set; } }
        [Obsolete("gone", error: true)] public enum Kind { A, B }
        public enum Level { Low, [Obsolete("gone", error: true)] High }
        """);

    [Fact]
    public void Namespaces_ThatDifferInCaseOnly_Compile() => GeneratorRunner.Run("""
        using DynamoToolkit;
        namespace Shop { [DynamoTable("items")] public partial class Item { [PartitionKey] public string Id { get; set; } = ""; } }
        namespace shop { [DynamoTable("items")] public partial class Item { [PartitionKey] public string Id { get; set; } = ""; } }
        """);

    [Fact]
    public void Attribute_RepeatedOnAnotherPart_KeepsTheOutput()
    {
        var run = GeneratorRunner.RunUnchecked(TestCompilation.ParseOptions, """
            using DynamoToolkit;
            [DynamoTable("items")] public partial class Item { [PartitionKey] public string Id { get; set; } = ""; }
            [DynamoTable("items")] public partial class Item;
            [DynamoTable("items")] public partial class Other { [PartitionKey] public string Id { get; set; } = ""; }
            """);
        Assert.Equal(["DynamoToolkit.DynamoModels.g.cs", "Item.g.cs", "Other.g.cs"], run.Files.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Names_OfTheLibraryAndOfSystem_CanBeTheUsersOwn() => GeneratorRunner.Run("""
        namespace My.System { public class Obsolete; public class Func; }
        namespace My.DynamoToolkit { public class IItem; }
        namespace My
        {
            public class Dtk;
            public class Wire;
            [global::DynamoToolkit.DynamoTable("items")]
            [global::DynamoToolkit.GlobalIndex("byDtk", "{Dtk}")]
            public partial struct Item
            {
                [global::DynamoToolkit.PartitionKey] public string Id { get; set; }
                public string? Dtk { get; set; }
                public string? System { get; set; }
            }
        }
        """);
}
