namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class ConverterNotCallableRuleTests
{
    private const string Methods = """
        {
            public static void Write(ref DynamoToolkit.Wire.ItemWriter writer, string value) => writer.WriteStringValue(value);

            public static string Read(ref DynamoToolkit.Wire.ItemReader reader) => reader.ReadString();
        }
        """;

    [Theory]
    [InlineData("file", "string", "it is file-local; make it internal")]
    [InlineData("public", "string?", "it is for 'string?', but never gets null; implement IAttributeConverter<string>")]
    public Task Converter_ThatTheItemCannotUse_IsReportedWithTheReason(string modifier, string type, string reason) => Rule.SaysAsync(
        $$"""
        {{modifier}} struct MyConverter : DynamoToolkit.Wire.IAttributeConverter<{{type}}>
        {{Methods.Replace("string value", type + " value").Replace("static string Read", $"static {type} Read")}}

        [DynamoMap]
        public sealed partial class Part
        {
            [DynamoConverter(typeof(MyConverter))]
            public string Text { get; set; } = "";
        }
        """,
        $"'Text' can't be stored with 'MyConverter' because {reason}");

    [Fact]
    public Task Converter_ThatIsPrivateInABase_IsReported() => Rule.ReportsAsync(
        $$"""
        public abstract class Entity
        {
            [DynamoConverter(typeof(Hidden))]
            public string {|DTK0026:Text|} { get; set; } = "";

            [DynamoConverter(typeof(Inherited))]
            public string Other { get; set; } = "";

            private struct Hidden : DynamoToolkit.Wire.IAttributeConverter<string>
            {{Methods}}

            protected struct Inherited : DynamoToolkit.Wire.IAttributeConverter<string>
            {{Methods}}
        }

        [DynamoMap]
        public sealed partial class Part : Entity;
        """);

    [Fact]
    public Task Converter_ThatIsAnInterface_IsReported() => Rule.ReportsAsync(
        """
        public interface IMine : DynamoToolkit.Wire.IAttributeConverter<string>;

        [DynamoMap]
        public sealed partial class Part
        {
            [DynamoConverter(typeof(IMine))]
            public string {|DTK0026:Text|} { get; set; } = "";
        }
        """);

    [Fact]
    public Task Converter_ThatIsPrivateInTheItemOrInternalOrABaseClass_IsAllowed() => Rule.AllowsAsync(
        $$"""
        public abstract class Common : DynamoToolkit.Wire.IAttributeConverter<string>
        {{Methods}}

        internal sealed class Derived : Common;

        [DynamoTable("parts")]
        public sealed partial class Part
        {
            [PartitionKey]
            public required string Id { get; init; }

            [DynamoConverter(typeof(Mine))]
            public string Text { get; set; } = "";

            [DynamoConverter(typeof(Derived))]
            public string? Other { get; set; }

            private struct Mine : DynamoToolkit.Wire.IAttributeConverter<string>
            {{Methods}}
        }
        """);
}
