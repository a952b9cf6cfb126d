using DynamoToolkit.TestKit;
using Microsoft.CodeAnalysis;

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
    public Task AttributeName_OtherThanMostHave_IsReportedWhereItIsOdd() => Rule.ReportsAsync(
        """
        [DynamoMap]
        public abstract partial class Pet;

        [DynamoMap, DynamoType("ant", AttributeName = "kind")]
        public sealed partial class {|DTK0022:Ant|} : Pet;

        [DynamoMap, DynamoType("cat")]
        public sealed partial class Cat : Pet;

        [DynamoMap, DynamoType("dog")]
        public sealed partial class Dog : Pet;
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

    [Fact]
    public Task AbstractType_WithANameAndNoTypeBelow_IsNotSupportedOnly() => Rule.ReportsAsync(
        """
        [DynamoMap]
        public partial class Pet;

        [DynamoMap, DynamoType("canine", AttributeName = "kind")]
        public abstract partial class {|DTK0003:Canine|} : Pet;
        """);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AttributeName_BelowAnUnnamedBaseOfAnotherAssembly_IsAllowed(bool isPackage)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var other = TestCompilation.Create(Rule.Usings + "[DynamoMap] public partial class Pet;").WithAssemblyName("Other");
        using var assembly = new MemoryStream();
        Assert.True(other.Emit(assembly, cancellationToken: cancellationToken).Success);
        MetadataReference reference = isPackage ? MetadataReference.CreateFromImage(assembly.ToArray()) : other.ToMetadataReference();
        var compilation = TestCompilation.Create(Rule.Usings +
            """
            [DynamoMap, DynamoType("cat")]
            public sealed partial class Cat : Pet;

            [DynamoMap, DynamoType("dog", AttributeName = "kind")]
            public sealed partial class Dog : Pet;
            """).AddReferences(reference);
        Assert.Empty(await RuleAnalysis.RunAsync(compilation, cancellationToken));
    }
}
