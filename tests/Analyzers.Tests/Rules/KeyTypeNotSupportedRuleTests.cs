namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class KeyTypeNotSupportedRuleTests
{
    [Fact]
    public Task Key_OfTableOrIndex_IsReportedAtTheMember() => Rule.ReportsAsync(
        """
        [DynamoTable("table-a")]
        [SortKey("{Tags}")]
        [GlobalIndex("byFlag", "{Flag}", "Parts")]
        public sealed partial class A
        {
            [PartitionKey]
            public required bool {|DTK1004:Id|} { get; init; }

            public required HashSet<string> {|DTK1004:Tags|} { get; init; }

            public bool {|DTK1004:Flag|} { get; set; }

            public Dictionary<string, string>? {|DTK1004:Parts|} { get; set; }
        }
        """);

    [Fact]
    public Task Key_ThatIsStringNumberOrBytes_IsAllowed() => Rule.AllowsAsync(
        """
        [DynamoTable("table-a")]
        [SortKey("{Amount}")]
        [GlobalIndex("byFlag", "FLAG#{Flag}", "{Hash}")]
        [GlobalIndex("byDay", "{Day}", "At")]
        public sealed partial class A
        {
            [PartitionKey]
            public required Guid Id { get; init; }

            public decimal Amount { get; init; }

            public bool Flag { get; set; }

            public byte[]? Hash { get; set; }

            public DayOfWeek Day { get; set; }

            public TimeSpan? At { get; set; }
        }
        """);

    [Fact]
    public Task Message_OfAConvertedMemberOrATimeToLive_SaysHowItIsStored() => Rule.SaysAsync(
        """
        public readonly struct TextConverter : DynamoToolkit.Wire.IAttributeConverter<string>
        {
            public static void Write(ref DynamoToolkit.Wire.ItemWriter writer, string value) => writer.WriteStringValue(value);

            public static string Read(ref DynamoToolkit.Wire.ItemReader reader) => reader.ReadString();
        }

        [DynamoTable("runs"), SortKey("AT#{At}")]
        public sealed partial class Run
        {
            [PartitionKey, DynamoConverter(typeof(TextConverter))]
            public required string Id { get; init; }

            [TimeToLive]
            public required DateTimeOffset At { get; init; }
        }
        """,
        "'At' can't be part of the template 'AT#{At}' because 'System.DateTimeOffset' in seconds has no text that sorts like its values; "
        + "use a string, whole number, time, Guid, enum or bool",
        "'Id' can't be a key because it is stored as 'string' through a converter; use a string, a number or bytes");
}
