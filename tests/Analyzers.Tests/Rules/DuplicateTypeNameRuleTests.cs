namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class DuplicateTypeNameRuleTests
{
    [Fact]
    public Task Name_OfASiblingOrTheBase_IsReportedAtTheLaterType() => Rule.ReportsAsync(
        """
        [DynamoMap, DynamoType("pet")]
        public partial class Pet;

        [DynamoMap, DynamoType("dog")]
        public partial class Dog : Pet;

        [DynamoMap, DynamoType("dog")]
        public sealed partial class {|DTK0021:Wolf|} : Pet;

        [DynamoMap, DynamoType("pet")]
        public sealed partial class {|DTK0021:Beagle|} : Dog;
        """);

    [Fact]
    public Task Name_OfATypeOfAnotherFamily_IsAllowed() => Rule.AllowsAsync(
        """
        [DynamoMap]
        public abstract partial class Pet;

        [DynamoMap, DynamoType("jaguar")]
        public sealed partial class Cat : Pet;

        [DynamoMap, DynamoType("Jaguar")]
        public sealed partial class BigCat : Pet;

        [DynamoMap]
        public abstract partial class Vehicle;

        [DynamoMap, DynamoType("jaguar")]
        public sealed partial class Car : Vehicle;

        [DynamoMap, DynamoType("jaguar")]
        public partial struct Alone;
        """);
}
