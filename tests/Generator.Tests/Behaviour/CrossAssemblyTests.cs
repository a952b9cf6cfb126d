namespace DynamoToolkit.Generator.Tests.Behaviour;

/// <summary>Base classes in another assembly, of which the compiler sees neither private nor internal members.</summary>
public sealed class CrossAssemblyTests
{
    [Fact]
    public void Setters_ThatCannotBeSeen_AreNotNeeded() => Assert.Equal(
        """
        {"id":{"S":"i"},"fixed":{"N":"9"},"init":{"S":"n"},"internal":{"N":"3"},"both":{"N":"4"},"open":{"N":"5"},"tags":{"SS":["t"]}}
        i 9 n 3 4 5 t
        """,
        Harness.RunAcross(
            """
            public abstract class Entity
            {
                [PartitionKey] public string Id { get; private set; } = Guid.NewGuid().ToString();
                public int Fixed { get; private protected set; } = Environment.TickCount;
                public string Init { get; private init; } = "n";
                public int Internal { get; internal set; }
                public int Both { get; } = 4;
                public int Open { get; protected set; }
                public HashSet<string> Tags { get; private set; } = [];
                [DynamoIgnore] public string Computed => Id + Fixed;
                [DynamoIgnore] public string? Secret { get; private set; }
                public void Mark() { Id = "i"; Fixed = 9; Internal = 3; Open = 5; Tags = ["t"]; Secret = "s"; }
            }
            """,
            """
            public abstract class Middle : Entity;
            [DynamoTable("items")] public sealed partial class Item : Middle;
            """,
            """
            var item = new Item();
            item.Mark();
            var json = Wired.Write(item);
            var read = Wired.Read<Item>(json);
            return $"{json}\n{read.Id} {read.Fixed} {read.Init} {read.Internal} {read.Both} {read.Open} " +
                $"{string.Join(",", read.Tags)}{read.Secret}";
            """));

    [Fact]
    public void Property_WithAGetterOnly_IsGivenToTheConstructor() => Assert.Equal(
        """{"id":{"S":"i"},"no":{"N":"3"}} i 3""",
        Harness.RunAcross(
            """
            public abstract class Entity(string id)
            {
                [PartitionKey] public string Id { get; } = id.Length > 0 ? id : throw new ArgumentException("No id.");
            }
            """,
            """[DynamoTable("items")] public sealed partial class Item(string id, int no) : Entity(id) { public int No { get; } = no; }""",
            """
            var read = Wired.Read<Item>(Wired.Write(new Item("i", 3)));
            return $"{Wired.Write(read)} {read.Id} {read.No}";
            """));

    [Fact]
    public void GenericBase_WithSettersThatCannotBeSeen_ComesBack() => Assert.Equal(
        """{"id":{"N":"7"},"names":{"L":[{"S":"a"}]},"no":{"N":"4"}} 7 a 4""",
        Harness.RunAcross(
            """
            public abstract class Entity<TId, TName>
                where TId : struct, IComparable<TId>
                where TName : class, IEnumerable<char>
            {
                [PartitionKey] public TId Id { get; private set; }
                public List<TName?> Names { get; private set; } = [];
                public int No { get; private init; } = 4;
                public void Mark(TId id, TName name) { Id = id; Names = [name]; }
            }
            """,
            """[DynamoTable("items")] public sealed partial class Item : Entity<int, string>;""",
            """
            var item = new Item();
            item.Mark(7, "a");
            var read = Wired.Read<Item>(Wired.Write(item));
            return $"{Wired.Write(read)} {read.Id} {read.Names[0]} {read.No}";
            """));

    /// <summary>Which constructor is the primary one shows only in source, and with it the attributes of its parameters.</summary>
    [Fact]
    public void PositionalRecord_WithAttributesOnParameters_Applies() => Assert.Equal(
        """{"id":{"S":"i"},"n":{"N":"3"}} 8""",
        Harness.RunAcross(
            """public abstract record Entity([property: PartitionKey] string Id, [DynamoAttribute("n"), DynamoDefault(8)] int Number);""",
            """[DynamoTable("items")] public sealed partial record Item(string Id, int Number) : Entity(Id, Number);""",
            """
            var json = Wired.Write(new Item("i", 3));
            return json + " " + Wired.Read<Item>(json.Replace("\"n\"", "\"m\"")).Number;
            """));

    [Fact]
    public void InternalMembers_OfAnAssemblyThatShowsThem_AreStored() => Assert.Equal(
        """{"id":{"S":"i"},"field":{"N":"2"},"own":{"N":"1"}} i 1 2""",
        Harness.RunAcross(
            """
            [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("TestAssembly")]
            public abstract class Entity
            {
                [PartitionKey] public string Id { get; internal set; } = "";
                [DynamoAttribute("own")] internal int Own { get; private protected set; }
                [DynamoAttribute("field")] internal int Field;
                public void Mark() { Id = "i"; Own = 1; Field = 2; }
            }
            """,
            """[DynamoTable("items")] public sealed partial class Item : Entity { public string Show => $"{Id} {Own} {Field}"; }""",
            """
            var item = new Item();
            item.Mark();
            var read = Wired.Read<Item>(Wired.Write(item));
            return $"{Wired.Write(read)} {read.Show}";
            """));

    [Fact]
    public void Attributes_OnOverriddenMembers_Apply() => Assert.Equal(
        """{"id":{"S":"i"},"expires":{"N":"60"},"day":{"N":"5"},"protected":{"S":"p"}} 7""",
        Harness.RunAcross(
            """
            public abstract class Entity
            {
                [PartitionKey] public abstract string Id { get; init; }
                [DynamoIgnore] public virtual string? Secret { get; set; }
                [TimeToLive] public virtual DateTimeOffset Expires { get; set; }
                [DynamoAttribute(EnumStorage = EnumStorage.Number)] public virtual DayOfWeek Day { get; set; }
                [DynamoDefault(7)] public virtual int? Limit { get; set; }
                [DynamoAttribute] protected virtual string? Protected { get; set; }
            }
            public abstract class Middle : Entity
            {
                public override string? Secret { get; set; }
                public override DateTimeOffset Expires { get => base.Expires; }
            }
            """,
            """
            [DynamoTable("items")] public sealed partial class Item : Middle
            {
                public override required string Id { get; init; }
                public override string? Secret { get; set; }
                public override DateTimeOffset Expires { get; set; }
                public override DayOfWeek Day { set => base.Day = value; }
                public override int? Limit { get; set; }
                protected override string? Protected { get; set; } = "p";
            }
            """,
            """
            var json = Wired.Write(
                new Item { Id = "i", Secret = "s", Expires = DateTimeOffset.UnixEpoch.AddMinutes(1), Day = DayOfWeek.Friday });
            return json + " " + Wired.Read<Item>(json).Limit;
            """));

    [Fact]
    public void NamingPolicy_OfABaseClass_Applies() => Assert.Equal(
        """{"base_id":{"S":"i"},"own_number":{"N":"3"}}""",
        Harness.RunAcross(
            """
            [DynamoNaming(NamingPolicy.SnakeCase)]
            public abstract class Entity { [PartitionKey] public required string BaseId { get; init; } }
            """,
            """[DynamoTable("items")] public sealed partial class Item : Entity { public int OwnNumber { get; set; } }""",
            """return Wired.Write(new Item { BaseId = "i", OwnNumber = 3 });"""));
}
