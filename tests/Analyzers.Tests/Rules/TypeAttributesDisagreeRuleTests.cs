namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class TypeAttributesDisagreeRuleTests
{
    [Fact]
    public Task AttributeName_OtherThanASiblingsOrTheBases_IsReported() => Rule.ReportsAsync(
        """
        [DynamoMap]
        public abstract partial class Pet;

        [DynamoMap, DynamoType("cat")]
        public sealed partial class Cat : Pet;

        [DynamoMap, DynamoType("dog", AttributeName = "kind")]
        public sealed partial class {|DTK0022:Dog|} : Pet;

        [DynamoMap, DynamoType("car", AttributeName = "kind")]
        public partial class Car;

        [DynamoMap, DynamoType("van")]
        public sealed partial class {|DTK0022:Van|} : Car;
        """);

    [Fact]
    public Task AttributeName_ThatAllShare_IsAllowed() => Rule.AllowsAsync(
        """
        [DynamoMap]
        public abstract partial class Pet;

        [DynamoMap, DynamoType("cat", AttributeName = "kind")]
        public sealed partial class Cat : Pet;

        [DynamoMap, DynamoType("dog", AttributeName = "kind")]
        public sealed partial class Dog : Pet;

        [DynamoMap, DynamoType("car")]
        public partial class Car;
        """);
}
