namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class FamilyTypeUnnamedRuleTests
{
    [Fact]
    public Task Type_ThatCouldBeTakenForAnother_IsReported() => Rule.ReportsAsync(
        """
        [DynamoMap]
        public partial class {|DTK0025:Pet|};

        [DynamoMap, DynamoType("dog")]
        public partial class Dog : Pet;

        [DynamoMap]
        public sealed partial class {|DTK0025:Wolf|} : Dog;
        """);

    [Fact]
    public Task Type_InAFamilyWithoutNamesOrAnAbstractOne_IsAllowed() => Rule.AllowsAsync(
        """
        [DynamoMap]
        public abstract partial class Pet;

        [DynamoMap]
        public abstract partial class Canine : Pet;

        [DynamoMap, DynamoType("dog")]
        public sealed partial class Dog : Canine;

        public class Toy : Pet;

        [DynamoMap]
        public partial class Car;

        [DynamoMap]
        public sealed partial class Van : Car;
        """);
}
