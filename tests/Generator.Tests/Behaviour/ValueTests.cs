namespace DynamoToolkit.Generator.Tests.Behaviour;

/// <summary>How values of each type stand on the wire, and that they come back.</summary>
public sealed class ValueTests
{
    [Theory]
    [InlineData("string", "\"a\\\"ü\"", """{"S":"a\"ü"}""")]
    [InlineData("bool", "true", """{"BOOL":true}""")]
    [InlineData("sbyte", "-5", """{"N":"-5"}""")]
    [InlineData("byte", "255", """{"N":"255"}""")]
    [InlineData("short", "-300", """{"N":"-300"}""")]
    [InlineData("ushort", "65535", """{"N":"65535"}""")]
    [InlineData("int", "int.MinValue", """{"N":"-2147483648"}""")]
    [InlineData("uint", "uint.MaxValue", """{"N":"4294967295"}""")]
    [InlineData("long", "long.MinValue", """{"N":"-9223372036854775808"}""")]
    [InlineData("ulong", "ulong.MaxValue", """{"N":"18446744073709551615"}""")]
    [InlineData("nint", "(nint)(-7)", """{"N":"-7"}""")]
    [InlineData("Int128", "(Int128)12345678901234567890UL * 1000", """{"N":"12345678901234567890000"}""")]
    [InlineData("System.Numerics.BigInteger", "new System.Numerics.BigInteger(7)", """{"N":"7"}""")]
    [InlineData("decimal", "1.50m", """{"N":"1.50"}""")]
    [InlineData("double", "0.1", """{"N":"0.1"}""")]
    [InlineData("float", "0.1f", """{"N":"0.1"}""")]
    [InlineData("Half", "(Half)1.5", """{"N":"1.5"}""")]
    [InlineData("char", "'x'", """{"S":"x"}""")]
    [InlineData("Guid", "new Guid(\"00112233-4455-6677-8899-aabbccddeeff\")", """{"S":"00112233-4455-6677-8899-aabbccddeeff"}""")]
    [InlineData("DateTime", "new DateTime(2026, 11, 20, 13, 5, 0, DateTimeKind.Utc)", """{"S":"2026-11-20T13:05:00.0000000Z"}""")]
    [InlineData("DateTimeOffset", "new DateTimeOffset(2026, 11, 20, 13, 5, 0, TimeSpan.Zero)", """{"S":"2026-11-20T13:05:00.0000000Z"}""")]
    [InlineData("DateOnly", "new DateOnly(2026, 11, 20)", """{"S":"2026-11-20"}""")]
    [InlineData("TimeOnly", "new TimeOnly(13, 5)", """{"S":"13:05:00.0000000"}""")]
    [InlineData("TimeSpan", "TimeSpan.FromSeconds(1.5)", """{"N":"1.5"}""")]
    [InlineData("Uri", "new Uri(\"https://example.org/a\")", """{"S":"https://example.org/a"}""")]
    [InlineData("Version", "new Version(1, 2, 3)", """{"S":"1.2.3"}""")]
    [InlineData("System.Net.IPAddress", "System.Net.IPAddress.Loopback", """{"S":"127.0.0.1"}""")]
    [InlineData("Color", "Color.Green", """{"S":"Green"}""")]
    [InlineData("Color", "(Color)9", """{"S":"9"}""")]
    [InlineData("Flags", "Flags.A | Flags.B", """{"S":"3"}""")]
    [InlineData("Part", "new Part(\"x\", null)", """{"M":{"name":{"S":"x"}}}""")]
    public void Value_WrittenAndRead_IsTheSame(string type, string value, string expected)
    {
        var json = Harness.Run(
            Model($"public required {type} Value {{ get; init; }} public {type}? Maybe {{ get; set; }}"),
            $$"""
            var item = new Item { Id = "1", Value = {{value}}, Maybe = {{value}} };
            var json = Wired.Write(item);
            var read = Wired.Read<Item>(json);
            if (!Equals(read.Value, item.Value) || !Equals(read.Maybe, item.Maybe))
                throw new InvalidOperationException($"{read.Value} {read.Maybe}");
            var absent = Wired.Read<Item>(Wired.Write(new Item { Id = "1", Value = {{value}} }));
            if (absent.Maybe is not null)
                throw new InvalidOperationException("absent");
            return json;
            """);

        Assert.Equal($$$"""{"id":{"S":"1"},"value":{{{expected}}},"maybe":{{{expected}}}}""", json);
    }

    [Theory]
    [InlineData("byte[]", "[1, 2]", """{"B":"AQI="}""")]
    [InlineData("ReadOnlyMemory<byte>", "new byte[] { 1, 2 }", """{"B":"AQI="}""")]
    [InlineData("List<string>", "[\"a\", \"b\"]", """{"L":[{"S":"a"},{"S":"b"}]}""")]
    [InlineData("List<int?>", "[1, null]", """{"L":[{"N":"1"},{"NULL":true}]}""")]
    [InlineData("List<string?>", "[\"a\", null]", """{"L":[{"S":"a"},{"NULL":true}]}""")]
    [InlineData("string[]", "[\"a\"]", """{"L":[{"S":"a"}]}""")]
    [InlineData("byte[][]", "[[1], [2]]", """{"L":[{"B":"AQ=="},{"B":"Ag=="}]}""")]
    [InlineData("IReadOnlyList<long>", "[1, 2]", """{"L":[{"N":"1"},{"N":"2"}]}""")]
    [InlineData("IEnumerable<long>", "[1, 2]", """{"L":[{"N":"1"},{"N":"2"}]}""")]
    [InlineData("ICollection<Color>", "[Color.Red]", """{"L":[{"S":"Red"}]}""")]
    [InlineData("ImmutableArray<int>", "[1]", """{"L":[{"N":"1"}]}""")]
    [InlineData("ImmutableList<int>", "[1]", """{"L":[{"N":"1"}]}""")]
    [InlineData("HashSet<string>", "[\"a\"]", """{"SS":["a"]}""")]
    [InlineData("HashSet<int>", "[1]", """{"NS":["1"]}""")]
    [InlineData("HashSet<decimal>", "[1.5m]", """{"NS":["1.5"]}""")]
    [InlineData("HashSet<byte[]>", "[[1]]", """{"BS":["AQ=="]}""")]
    [InlineData("HashSet<Guid>", "[Guid.Empty]", """{"SS":["00000000-0000-0000-0000-000000000000"]}""")]
    [InlineData("HashSet<Color>", "[Color.Red]", """{"SS":["Red"]}""")]
    [InlineData("SortedSet<string>", "[\"a\"]", """{"SS":["a"]}""")]
    [InlineData("ISet<string>", "new HashSet<string> { \"a\" }", """{"SS":["a"]}""")]
    [InlineData("IReadOnlySet<long>", "new HashSet<long> { 1 }", """{"NS":["1"]}""")]
    [InlineData("ImmutableHashSet<string>", "[\"a\"]", """{"SS":["a"]}""")]
    [InlineData("ImmutableSortedSet<string>", "[\"a\"]", """{"SS":["a"]}""")]
    [InlineData("FrozenSet<string>", "new[] { \"a\" }.ToFrozenSet()", """{"SS":["a"]}""")]
    [InlineData("Dictionary<string, int>", "new() { [\"k\"] = 1 }", """{"M":{"k":{"N":"1"}}}""")]
    [InlineData("Dictionary<string, List<Part>>", "new() { [\"k\"] = [new Part(\"x\", 2)] }",
        """{"M":{"k":{"L":[{"M":{"name":{"S":"x"},"size":{"N":"2"}}}]}}}""")]
    [InlineData("Dictionary<Color, string?>", "new() { [Color.Red] = null }", """{"M":{"Red":{"NULL":true}}}""")]
    [InlineData("Dictionary<int, bool>", "new() { [7] = true }", """{"M":{"7":{"BOOL":true}}}""")]
    [InlineData("Dictionary<Guid, string>", "new() { [Guid.Empty] = \"g\" }",
        """{"M":{"00000000-0000-0000-0000-000000000000":{"S":"g"}}}""")]
    [InlineData("IReadOnlyDictionary<string, int>", "new Dictionary<string, int> { [\"k\"] = 1 }", """{"M":{"k":{"N":"1"}}}""")]
    [InlineData("SortedDictionary<string, int>", "new() { [\"k\"] = 1 }", """{"M":{"k":{"N":"1"}}}""")]
    [InlineData("ImmutableDictionary<string, int>", "ImmutableDictionary<string, int>.Empty.Add(\"k\", 1)", """{"M":{"k":{"N":"1"}}}""")]
    [InlineData("FrozenDictionary<Color, int>", "new Dictionary<Color, int> { [Color.Red] = 1 }.ToFrozenDictionary()",
        """{"M":{"Red":{"N":"1"}}}""")]
    public void Collection_WrittenAndRead_IsTheSame(string type, string value, string expected)
    {
        var json = Harness.Run(
            Model($"public required {type} Value {{ get; init; }} public {type}? Maybe {{ get; set; }}"),
            $$"""
            var json = Wired.Write(new Item { Id = "1", Value = {{value}}, Maybe = {{value}} });
            var again = Wired.Write(Wired.Read<Item>(json));
            if (again != json)
                throw new InvalidOperationException(again);
            if (Wired.Read<Item>(Wired.Write(new Item { Id = "1", Value = {{value}} })).Maybe is not null)
                throw new InvalidOperationException("absent");
            return json;
            """);

        Assert.Equal($$$"""{"id":{"S":"1"},"value":{{{expected}}},"maybe":{{{expected}}}}""", json);
    }

    [Theory]
    [InlineData("HashSet<string>")]
    [InlineData("ISet<int>")]
    [InlineData("IReadOnlySet<int>")]
    [InlineData("SortedSet<int>")]
    [InlineData("ImmutableHashSet<int>")]
    [InlineData("ImmutableSortedSet<int>")]
    [InlineData("FrozenSet<int>")]
    public void Set_ThatIsEmpty_IsLeftOutAndComesBackEmpty(string type)
    {
        var json = Harness.Run(
            Model($"public required {type} Value {{ get; init; }} public {type}? Maybe {{ get; set; }}"),
            """"
            var item = Wired.Read<Item>("""{"id":{"S":"1"}}""");
            if (item.Value.Count != 0 || item.Maybe is not null)
                throw new InvalidOperationException("not empty");
            return Wired.Write(item);
            """");

        Assert.Equal("""{"id":{"S":"1"}}""", json);
    }

    [Fact]
    public void Enum_ByNumber_IsANumber() => Assert.Equal(
        """{"id":{"S":"1"},"value":{"N":"2"},"list":{"L":[{"N":"0"}]},"map":{"M":{"Green":{"N":"2"}}}}""",
        Harness.Run(
            Model("""
                [DynamoAttribute(EnumStorage = EnumStorage.Number)] public Color Value { get; set; }
                [DynamoAttribute(EnumStorage = EnumStorage.Number)] public List<Color>? List { get; set; }
                [DynamoAttribute(EnumStorage = EnumStorage.Number)] public Dictionary<Color, Color>? Map { get; set; }
                """),
                """return Wired.Write(Wired.Read<Item>(Wired.Write(new Item { Id = "1", Value = Color.Green, List = [Color.Red]""" +
                """, Map = new() { [Color.Green] = Color.Green } })));"""));

    [Theory]
    [InlineData("byte")]
    [InlineData("sbyte")]
    [InlineData("ulong")]
    public void Enum_OfAnyUnderlyingType_ComesBack(string type) => Assert.Equal(
        """{"id":{"S":"1"},"name":{"S":"B"},"number":{"N":"7"},"odd":{"S":"9"}}""",
        Harness.Run(
            Model($$"""
                public Sized Name { get; set; }
                [DynamoAttribute(EnumStorage = EnumStorage.Number)] public Sized Number { get; set; }
                public Sized Odd { get; set; }
                public enum Sized : {{type}} { A = 1, B = 7 }
                """),
                """return Wired.Write(Wired.Read<Item>(Wired.Write(new Item { Id = "1", Name = Item.Sized.B, Number = Item.Sized.B""" +
                """, Odd = (Item.Sized)9 })));"""));

    [Fact]
    public void TimeToLive_OfEachType_IsEpochSeconds() => Assert.All(
        new[] { "DateTimeOffset", "DateTimeOffset?", "DateTime", "DateTime?" },
        type => Assert.Equal(
            """{"id":{"S":"1"},"expires":{"N":"1763643900"}}""",
            Harness.Run(
                Model($"[TimeToLive] public {type} Expires {{ get; set; }}"),
                """return Wired.Write(Wired.Read<Item>(Wired.Write(new Item { Id = "1", Expires = new DateTime(2025, 11, 20, 13, 5""" +
                """, 0, DateTimeKind.Utc) })));""")));

    private static string Model(string members) => $$"""
        public enum Color { Red, Green = 2, Also = 2 }
        [Flags] public enum Flags { A = 1, B = 2 }
        [DynamoMap] public partial record Part(string Name, int? Size);
        [DynamoTable("items")]
        public partial class Item
        {
            [PartitionKey] public required string Id { get; init; }
            {{members}}
        }
        """;
}
