namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class FamilyDisagreesRuleTests
{
    private const string Base = """
        [DynamoTable("shapes"), PartitionKey("SHAPE#{Id}"), GlobalIndex("byColour", "{Colour}")]
        public abstract partial record Shape
        {
            public required string Id { get; init; }

            public string? Colour { get; set; }

            public virtual string? FullName { get; set; }
        }
        """;

    [Fact]
    public Task Type_WithAnotherKeyOrAttributeName_IsReportedWithWhatDiffers() => Rule.SaysAsync(
        Base + """
        [DynamoTable("others"), DynamoType("a")]
        public sealed partial record A : Shape;

        [DynamoMap, DynamoType("b")]
        public partial record B;

        [DynamoTable("shapes"), DynamoType("c", AttributeName = "_type"), PartitionKey("C#{Id}")]
        public sealed partial record C : Shape;

        [DynamoTable("shapes"), DynamoType("d"), DynamoNaming(NamingPolicy.SnakeCase)]
        public sealed partial record D : Shape;

        [DynamoTable("shapes"), DynamoType("e")]
        public sealed partial record E : Shape
        {
            [DynamoAttribute("name")]
            public override string? FullName { get; set; }
        }
        """,
        "Give 'A' the same table as its base 'Shape', through which it is read and written",
        "Give 'C' the same partition key as its base 'Shape', through which it is read and written",
        "Give 'D' the same attribute name for 'FullName' as its base 'Shape', through which it is read and written",
        "Give 'E' the same attribute name for 'FullName' as its base 'Shape', through which it is read and written");

    [Fact]
    public Task Override_ThatIsStoredInAnotherForm_IsReported() => Rule.SaysAsync(
        """
        [DynamoTable("shapes"), PartitionKey("SHAPE#{Id}"), SortKey("META")]
        public abstract partial class Shape
        {
            public required string Id { get; init; }

            public virtual string? Text { get; set; }

            public virtual long? Corners { get; set; }
        }

        [DynamoTable("shapes"), DynamoType("a")]
        public sealed partial class A : Shape
        {
            [DynamoConverter(typeof(Upper))]
            public override string? Text { get; set; }
        }

        [DynamoTable("shapes"), DynamoType("b")]
        public sealed partial class B : Shape
        {
            [MaterializedCount(typeof(Corner))]
            public override long? Corners { get; set; }
        }

        [DynamoTable("shapes"), PartitionKey("SHAPE#{Id}"), SortKey("CORNER#{No}")]
        public sealed partial class Corner
        {
            public required string Id { get; init; }

            public int No { get; set; }
        }

        public readonly struct Upper : DynamoToolkit.Wire.IAttributeConverter<string>
        {
            public static void Write(ref DynamoToolkit.Wire.ItemWriter writer, string value) =>
                writer.WriteString(value.ToUpperInvariant());

            public static string Read(ref DynamoToolkit.Wire.ItemReader reader) => reader.ReadString();
        }
        """,
        "Give 'A' the same stored form of 'Text' as its base 'Shape', through which it is read and written",
        "Give 'B' the same [Materialize] or [MaterializedCount] on 'Corners' as its base 'Shape', through which it is read and written");

    [Fact]
    public Task Type_WithAnotherSortKeyOrNoTable_IsReported() => Rule.SaysAsync(
        """
        [DynamoTable("shapes"), PartitionKey("SHAPE#{Id}"), SortKey("META")]
        public abstract partial record Shape(string Id);

        [DynamoMap, DynamoType("a")]
        public sealed partial record A(string Id) : Shape(Id);

        [DynamoTable("shapes"), DynamoType("b"), SortKey("B")]
        public sealed partial record B(string Id) : Shape(Id);
        """,
        "Give 'A' the same [DynamoTable] or [DynamoMap] as its base 'Shape', through which it is read and written",
        "Give 'B' the same sort key as its base 'Shape', through which it is read and written");

    [Fact]
    public Task Type_WithMoreMembersAndIndexes_IsAllowed() => Rule.AllowsAsync(
        Base + """
        [DynamoTable("shapes"), DynamoType("circle"), GlobalIndex("byRadius", "{Radius}")]
        public sealed partial record Circle(double Radius) : Shape
        {
            public override string? FullName { get; set; }
        }

        public abstract class Entity
        {
            public required string FirstName { get; init; }
        }

        [DynamoMap, DynamoNaming(NamingPolicy.SnakeCase)]
        public sealed partial class Person : Entity;
        """);
}
