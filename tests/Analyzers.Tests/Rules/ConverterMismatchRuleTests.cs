namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class ConverterMismatchRuleTests
{
    [Fact]
    public Task Converter_ForAnotherTypeOrForNone_IsReported() => Rule.ReportsAsync(
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            [DynamoConverter(typeof(DynamoToolkit.Wire.GuidConverter))]
            public string? {|DTK0017:Token|} { get; set; }

            [DynamoConverter(typeof(List<int>))]
            public int {|DTK0017:Number|} { get; set; }
        }
        """);

    [Fact]
    public Task Converter_ForTheMembersTypeNullableOrNot_IsAllowed() => Rule.AllowsAsync(
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            [DynamoConverter(typeof(DynamoToolkit.Wire.GuidConverter))]
            public Guid Token { get; set; }

            [DynamoConverter(typeof(DynamoToolkit.Wire.GuidConverter))]
            public Guid? Other { get; set; }
        }
        """);

    [Fact]
    public Task Converter_OnATypeForAnotherType_IsReportedWhereTheTypeIsStored() => Rule.ReportsAsync(
        """
        public readonly struct NumberConverter : DynamoToolkit.Wire.IAttributeConverter<int>
        {
            public static void Write(ref DynamoToolkit.Wire.ItemWriter writer, int value) => writer.WriteNumberValue(value);

            public static int Read(ref DynamoToolkit.Wire.ItemReader reader) => reader.ReadNumber<int>();
        }

        [DynamoConverter(typeof(NumberConverter))]
        public enum Colour { Red, Green }

        [DynamoMap]
        public sealed partial class Car
        {
            public Colour {|DTK0017:Colour|} { get; set; }

            public List<Colour>? {|DTK0017:Others|} { get; set; }
        }
        """);
}
