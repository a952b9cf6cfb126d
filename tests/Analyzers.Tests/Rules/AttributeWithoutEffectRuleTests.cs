using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class AttributeWithoutEffectRuleTests
{
    private const string Types = """
        [DynamoMap]
        public sealed partial record Address(string Street);

        public readonly struct AddressConverter : DynamoToolkit.Wire.IAttributeConverter<Address>
        {
            public static void Write(ref DynamoToolkit.Wire.ItemWriter writer, Address value) => writer.WriteStringValue(value.Street);

            public static Address Read(ref DynamoToolkit.Wire.ItemReader reader) => new(reader.ReadString());
        }
        """;

    [Fact]
    public Task Attribute_OfAFlattenedOrExtraMember_IsReportedAndRemoved() => Rule.FixesAsync<RemoveAttributeFixer>(
        $$"""
        {{Types}}

        [DynamoMap]
        public sealed partial class Customer
        {
            [DynamoFlatten(Prefix = "home_"), {|DTK0028:DynamoAttribute("home")|}]
            public Address? Home { get; set; }

            [DynamoFlatten]
            [{|DTK0028:DynamoConverter(typeof(AddressConverter))|}]
            public Address? Work { get; set; }

            [DynamoExtra, {|DTK0028:DynamoAttribute("rest")|}]
            public ExtraAttributes? Rest { get; set; }
        }
        """,
        $$"""
        {{Types}}

        [DynamoMap]
        public sealed partial class Customer
        {
            [DynamoFlatten(Prefix = "home_")]
            public Address? Home { get; set; }

            [DynamoFlatten]
            public Address? Work { get; set; }

            [DynamoExtra]
            public ExtraAttributes? Rest { get; set; }
        }
        """);

    [Fact]
    public Task Attribute_OfAMemberWithItsOwn_IsAllowed() => Rule.AllowsAsync(
        $$"""
        {{Types}}

        [DynamoMap]
        public sealed partial class Customer
        {
            [DynamoAttribute("home"), DynamoConverter(typeof(AddressConverter))]
            public Address? Home { get; set; }
        }
        """);
}
