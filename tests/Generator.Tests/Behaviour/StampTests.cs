namespace DynamoToolkit.Generator.Tests.Behaviour;

/// <summary>Members that writes set, however they are declared: the write has the new values, and the item gets them afterwards.</summary>
public sealed class StampTests
{
    private const string Echo = """
        public sealed class Echo : DynamoToolkit.Transport.IDynamoTransport
        {
            public string Sent = "";

            public System.Threading.Tasks.ValueTask<WireBuffer> SendAsync(
                DynamoToolkit.Transport.DynamoRequest request, System.Threading.CancellationToken cancellationToken)
            {
                Sent = System.Text.Encoding.UTF8.GetString(request.Body.Span);
                var response = WireBuffer.Rent();
                response.Write("{}"u8);
                return new(response);
            }

            public void Dispose() { }
        }

        public sealed class Clock : TimeProvider
        {
            public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeSeconds(1764324000);
        }

        """;

    [Theory]
    [InlineData("[ConcurrencyToken] public int V { get; set; }", "1")]
    [InlineData("[ConcurrencyToken] public int? V { get; init; }", "1")]
    [InlineData("[ConcurrencyToken] public long V { get; private set; } = 7;", "1")]
    [InlineData("[ConcurrencyToken] public long V { get; init; } = 7;", "1")]
    [InlineData("[ConcurrencyToken] public long V;", "1")]
    [InlineData("[ConcurrencyToken] public required long V { get; init; }", "1", "V = 3")]
    [InlineData("[UpdatedAt] public long V { get; init; }", "1764324000")]
    [InlineData("[CreatedAt] public int? V { get; private set; }", "1764324000")]
    [InlineData("[CreatedAt] public long V { get; init; }", "5", "V = 5")]
    public void Member_OfAClass(string member, string expected, string initializer = "") => Assert.Equal(
        $"True {expected}",
        Harness.Run(
            Echo + $$"""
            [DynamoTable("items")]
            public partial class Item { [PartitionKey] public required string Id { get; init; } {{member}} }
            """,
            Create($"new Item {{ Id = \"1\"{(initializer.Length > 0 ? ", " + initializer : "")} }}", expected)));

    [Theory]
    [InlineData("long")]
    [InlineData("int?")]
    public void Member_OfAGenericBaseClass(string type) => Assert.Equal("True 1", Harness.Run(
        Echo + $$"""
        public abstract class Base<T>
        {
            [PartitionKey] public required string Id { get; init; }
            [ConcurrencyToken] public T V { get; private set; } = default!;
        }
        [DynamoTable("items")] public sealed partial class Item : Base<{{type}}>;
        """,
        Create("new Item { Id = \"1\" }", "1")));

    [Fact]
    public void Parameter_OfARecord() => Assert.Equal("True 1", Harness.Run(
        Echo + """
        [DynamoTable("items")]
        public sealed partial record Item([PartitionKey] string Id, [ConcurrencyToken] long V = 0);
        """,
        Create("new Item(\"1\")", "1")));

    [Fact]
    public void Text_IsRandom_AndTheItemHasTheOneThatWasWritten() => Assert.Equal("True True True", Harness.Run(
        Echo + """
        [DynamoTable("items")]
        public sealed partial record Item(
            [PartitionKey] string Id, [ConcurrencyToken] string V = "", [UpdatedAt] DateTimeOffset? At = null);
        """,
        """
        var echo = new Echo();
        using var db = new DynamoClient(echo);
        var (one, two) = (new Item("1"), new Item("2"));
        db.Table<Item>().CreateAsync(one).GetAwaiter().GetResult();
        db.Table<Item>().CreateAsync(two).GetAwaiter().GetResult();
        return $"{echo.Sent.Contains($$"""{"S":"{{two.V}}"}""")} {two.V != one.V && one.V.Length == 32} {one.At is not null}";
        """));

    /// <summary>Creates an item with a clock that stands at 1764324000, and compares what was sent with the item afterwards.</summary>
    private static string Create(string item, string expected) => $$$"""
        var echo = new Echo();
        using var db = new DynamoClient(echo, new DynamoClientOptions { TimeProvider = new Clock() });
        var item = {{{item}}};
        db.Table<Item>().CreateAsync(item).GetAwaiter().GetResult();
        return $"{echo.Sent.Contains("\"v\":{\"N\":\"{{{expected}}}\"}")} {item.V}";
        """;
}
