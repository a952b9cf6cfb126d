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
}
