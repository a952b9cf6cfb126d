namespace DynamoToolkit.Generator.Tests.Behaviour;

/// <summary>Members that override others: attributes, accessors, storage and defaults of the whole chain count.</summary>
public sealed class OverrideTests
{
    private const string Base = """
        public abstract class Entity
        {
            [DynamoIgnore] public virtual string? Secret { get; set; }
            [TimeToLive] public virtual DateTimeOffset Expires { get; set; }
            [DynamoConverter(typeof(Backwards))] public virtual string Text { get; set; } = "";
            [DynamoAttribute("renamed", EnumStorage = EnumStorage.Number)] public virtual DayOfWeek Day { get; set; }
            [DynamoDefault(7)] public virtual int Limit { get; set; }
            [DynamoFlatten(Prefix = "at_")] public virtual Point At { get; set; } = new(0, 0);
            [DynamoAttribute] protected virtual string? Hidden { get; set; }
            [PartitionKey] public abstract string Id { get; init; }
            [SortKey] public virtual int No { get; init; }
            [DynamoExtra] public virtual ExtraAttributes? Extra { get; set; }
        }
        [DynamoMap] public sealed partial record Point(int X, int Y);
        public readonly struct Backwards : IAttributeConverter<string>
        {
            public static void Write(ref ItemWriter writer, string value) => writer.WriteStringValue(new string(value.Reverse().ToArray()));
            public static string Read(ref ItemReader reader) => new string(reader.ReadString().Reverse().ToArray());
        }

        """;

    private const string Overrides = """
            public override string? Secret { get; set; }
            public override DateTimeOffset Expires { get; set; }
            public override string Text { get; set; } = "";
            public override DayOfWeek Day { get; set; }
            public override int Limit { get; set; }
            public override Point At { get; set; } = new(0, 0);
            protected override string? Hidden { get; set; }
            public override string Id { get; init; } = "";
            public override int No { get; init; }
            public override ExtraAttributes? Extra { get; set; }
            public string Show => $"{Secret} {Expires:u} {Text} {Day} {Limit} {At} {Hidden} {Id} {No}";
            public void Hide() => Hidden = "h";
        """;

    private const string Item = $$"""
        [DynamoTable("items")] public sealed partial class Item : Entity
        {
        {{Overrides}}
        }
        """;

    private const string Middle = $$"""
        public abstract class Middle : Entity
        {
        {{Overrides}}
        }

        """;

    private const string Last = """
        [DynamoTable("items")] public sealed partial class Item : Middle
        {
            public override string? Secret { get; set; }
            public override string Text { get; set; } = "";
            public override int Limit { get; set; }
        }
        """;

    private const string Body = """
        var item = new Item { Secret = "s", Expires = DateTimeOffset.UnixEpoch.AddSeconds(9), Text = "abc",
                Day = DayOfWeek.Friday, Limit = 3, At = new(1, 2), Id = "i", No = 4 };
        item.Hide();
        var json = Wired.Write(item);
        var read = Wired.Read<Item>(json.Replace("\"limit\"", "\"other\""));
        return json + "\n" + read.Show + "\n" + Wired.Write(read);
        """;

    [Fact]
    public void AttributesOfTheBase_OnOverriddenMembers_Apply() => Check(Harness.Run(Base + Item, Body));

    [Fact]
    public void AttributesOfTheBase_OverThreeLevels_Apply() => Check(Harness.Run(Base + Middle + Last, Body));

    /// <summary>An override of one accessor inherits the other.</summary>
    [Fact]
    public void Override_OfASingleAccessor_IsStored() => Assert.Equal(
        """{"id":{"S":"i"},"name":{"S":"<n>"},"count":{"N":"2"},"kept":{"S":"k"}} n!2k 5""",
        Harness.Run(
            """
            public abstract class Entity
            {
                public virtual string Name { get; set; } = "";
                public virtual int Count { get; set; } = 5;
                public virtual string? Kept { get; private protected set; }
                public virtual int Computed => 1;
            }
            [DynamoTable("items")] public sealed partial class Item : Entity
            {
                [PartitionKey] public required string Id { get; init; }
                public override string Name { get => $"<{base.Name}>"; }
                public override int Count { set => base.Count = value; }
                public override string? Kept => base.Kept;
                public override int Computed => 2;
                public void Keep() => base.Kept = "k";
                public string Show => base.Name.Trim('<', '>') + "!" + Count + Kept;
            }
            """,
            """
            var item = new Item { Id = "i", Name = "n", Count = 2 };
            item.Keep();
            var json = Wired.Write(item);
            return json + " " + Wired.Read<Item>(json).Show + " " + Wired.Read<Item>(json.Replace("count", "other")).Count;
            """));

    [Fact]
    public void Override_WithItsOwnAttribute_WinsOverTheBase() => Assert.Equal(
        """{"id":{"S":"i"},"own":{"N":"1"},"kind":{"N":"1"}} 8""",
        Harness.Run(
            """
            public abstract class Entity
            {
                [DynamoAttribute("base"), DynamoDefault(9)] public virtual int Number { get; set; }
                [DynamoAttribute("secret")] public virtual string? Secret { get; set; }
                public virtual DayOfWeek Kind { get; set; }
            }
            [DynamoTable("items")] public sealed partial class Item : Entity
            {
                [PartitionKey] public required string Id { get; init; }
                [DynamoAttribute("own"), DynamoDefault(8)] public override int Number { get; set; }
                [DynamoIgnore] public override string? Secret { get; set; }
                [DynamoAttribute(EnumStorage = EnumStorage.Number)] public override DayOfWeek Kind { get; set; }
            }
            """,
            """
            var json = Wired.Write(new Item { Id = "i", Number = 1, Secret = "s", Kind = DayOfWeek.Monday });
            return json + " " + Wired.Read<Item>(json.Replace("own", "base")).Number;
            """));

    /// <summary>Positional members override abstract ones; their parameters' attributes and those of the base both count.</summary>
    [Fact]
    public void PositionalRecord_BelowAbstractMembers_ComesBack() => Assert.Equal(
        """{"id":{"S":"i"},"at":{"N":"60"},"n":{"N":"3"}} Item { Id = i, At = 01/01/1970 00:01:00 +00:00, Number = 3 }""",
        Harness.Run(
            """
            public abstract record Entity
            {
                [PartitionKey] public abstract string Id { get; init; }
                [TimeToLive] public abstract DateTimeOffset At { get; init; }
                [DynamoAttribute("base")] public virtual int Number { get; init; }
            }
            [DynamoTable(
                "items")] public sealed partial record Item(string Id, DateTimeOffset At, [DynamoAttribute(
                    "n")] int Number) : Entity
            {
                public override int Number { get; init; } = Number;
            }
            """,
            """
            var json = Wired.Write(new Item("i", DateTimeOffset.UnixEpoch.AddMinutes(1), 3));
            return json + " " + Wired.Read<Item>(json);
            """));

    [Fact]
    public void GenericBases_WithPrivateSettersAndRequiredOverrides_ComeBack() => Assert.Equal(
        """{"id":{"N":"7"},"no":{"N":"4"},"kinds":{"L":[{"S":"a"}]},"title":{"S":"t"}} 7 4 a t""",
        Harness.Run(
            """
            public static class Outer<TOuter>
                where TOuter : class
            {
                public abstract class Entity<T>
                    where T : struct, IComparable<T>
                {
                    [PartitionKey] public T Id { get; private set; }
                    public int No { get; private set; }
                    public List<TOuter?> Kinds { get; private init; } = [];
                    [DynamoDefault("x")] public virtual string Title { get; init; } = "";
                    public void Mark(T id, TOuter kind) { Id = id; No = 4; Kinds.Add(kind); }
                }
            }
            [DynamoTable("items")] public sealed partial class Item : Outer<string>.Entity<long>
            {
                public override required string Title { get; init; }
            }
            """,
            """
            var item = new Item { Title = "t" };
            item.Mark(7, "a");
            var json = Wired.Write(item);
            var read = Wired.Read<Item>(json);
            return $"{json} {read.Id} {read.No} {read.Kinds[0]} {read.Title}";
            """));

    /// <summary>What a class between the two has for itself takes nobody's place.</summary>
    [Fact]
    public void PrivateMember_OfAClassBetween_HidesNothing() => Assert.Equal(
        """{"id":{"S":"i"},"name":{"S":"n"}}""",
        Harness.Run(
            """
            public abstract class Entity { public string? Name { get; set; } }
            public abstract class Middle : Entity { private new readonly string Name = "m"; public override string ToString() => Name; }
            [DynamoTable("items")] public sealed partial class Item : Middle { [PartitionKey] public required string Id { get; init; } }
            """,
            """return Wired.Write(Wired.Read<Item>(Wired.Write(new Item { Id = "i", Name = "n" })));"""));

    private static void Check(string found)
    {
        var lines = found.Split('\n');
        Assert.DoesNotContain("secret", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"expires\":{\"N\":\"9\"}", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"text\":{\"S\":\"cba\"}", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"renamed\":{\"N\":\"5\"}", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"at_x\":{\"N\":\"1\"}", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"hidden\":{\"S\":\"h\"}", lines[0], StringComparison.Ordinal);
        Assert.Equal(" 1970-01-01 00:00:09Z abc Friday 7 Point { X = 1, Y = 2 } h i 4", lines[1]);
        Assert.Contains("\"other\":{\"N\":\"3\"}", lines[2], StringComparison.Ordinal);
    }
}
