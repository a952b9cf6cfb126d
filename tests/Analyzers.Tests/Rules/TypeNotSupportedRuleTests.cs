namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class TypeNotSupportedRuleTests
{
    [Fact]
    public Task Type_ThatCannotBeMadeOrNamed_IsReportedAndNothingElseOfIt() => Rule.ReportsAsync(
        """
        [DynamoTable("table-a")]
        public abstract partial class {|DTK0003:Abstract|}
        {
            public object? Anything { get; set; }
        }

        [DynamoTable("table-a")]
        public static partial class {|DTK0003:Static|};

        [DynamoTable("table-a")]
        public sealed partial class {|DTK0003:Generic|}<T>
        {
            public T? Value { get; set; }
        }

        public partial class Outer<T>
        {
            [DynamoMap]
            public sealed partial class {|DTK0003:Nested|};
        }

        [DynamoMap]
        public ref partial struct {|DTK0003:Reference|};

        [DynamoMap]
        file sealed partial class {|DTK0003:Local|};
        """);

    [Fact]
    public Task Type_ThatIsGenericAndAbstract_IsReportedAsGeneric() => Rule.SaysAsync(
        """
        [DynamoTable("table-a"), PartitionKey("A#{Id}")]
        public abstract partial class Entity<T>
        {
            public required string Id { get; init; }
        }

        [DynamoTable("table-a"), DynamoType("run")]
        public sealed partial class Run : Entity<int>;
        """,
        "'Entity<T>' can't be an item type because it is generic; use a class, record or struct that the generated code can create and "
        + "name");

    [Fact]
    public Task Type_DerivedFromAbstractOrGenericBase_IsAllowed() => Rule.AllowsAsync(
        """
        public abstract class Entity<T>
        {
            [PartitionKey]
            public required string Id { get; init; }

            public List<string> Tags { get; set; } = [];
        }

        [DynamoTable("runs")]
        public sealed partial class Run : Entity<int>
        {
            public long StartTime { get; set; }
        }
        """);
}
