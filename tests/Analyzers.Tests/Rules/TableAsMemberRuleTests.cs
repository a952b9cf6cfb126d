namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class TableAsMemberRuleTests
{
    private const string Types = """
        [DynamoTable("customers")]
        public partial class Customer
        {
            [PartitionKey]
            public required string Id { get; init; }
        }

        [DynamoTable("shapes")]
        public abstract partial class Shape
        {
            [PartitionKey]
            public required string Id { get; init; }
        }

        [DynamoTable("shapes"), DynamoType("circle")]
        public sealed partial class Circle : Shape;

        public readonly struct ById : DynamoToolkit.Wire.IAttributeConverter<Customer>
        {
            public static void Write(ref DynamoToolkit.Wire.ItemWriter writer, Customer value) => writer.WriteStringValue(value.Id);

            public static Customer Read(ref DynamoToolkit.Wire.ItemReader reader) => new() { Id = reader.ReadString() };
        }

        """;

    [Fact]
    public Task ItemType_AsAMemberOrElement_IsReported() => Rule.ReportsAsync(
        $$"""
        {{Types}}
        [DynamoTable("orders")]
        public sealed partial class Order
        {
            [PartitionKey]
            public required string Id { get; init; }

            public Customer? {|DTK0043:Customer|} { get; set; }

            public List<Customer> {|DTK0043:Others|} { get; set; } = [];

            public Dictionary<string, List<Shape>>? {|DTK0043:Shapes|} { get; set; }

            public Part? Part { get; set; }
        }

        [DynamoMap]
        public sealed partial record Part(Circle[] {|DTK0043:Circles|});
        """);

    [Fact]
    public Task ItemType_ThroughAConverterOrIgnored_IsAllowed() => Rule.AllowsAsync(
        $$"""
        {{Types}}
        [DynamoTable("orders")]
        public sealed partial class Order
        {
            [PartitionKey]
            public required string Id { get; init; }

            [DynamoConverter(typeof(ById))]
            public Customer? Customer { get; set; }

            [DynamoIgnore]
            public Customer? Loaded { get; set; }
        }
        """);

    [Fact]
    public Task ItemType_Flattened_IsAnErrorAlready() => Rule.ReportsAsync(
        $$"""
        {{Types}}
        [DynamoTable("orders")]
        public sealed partial class Order
        {
            [PartitionKey]
            public required string Number { get; init; }

            [DynamoFlatten]
            public Customer? {|DTK0013:Customer|} { get; set; }
        }
        """);
}
