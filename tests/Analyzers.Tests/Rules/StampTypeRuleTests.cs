using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class StampTypeRuleTests
{
    [Theory]
    [InlineData("ConcurrencyToken", "double")]
    [InlineData("ConcurrencyToken", "ulong")]
    [InlineData("ConcurrencyToken", "DateTime")]
    [InlineData("CreatedAt", "string?")]
    [InlineData("CreatedAt", "DateOnly")]
    [InlineData("UpdatedAt", "double")]
    public Task Type_ThatAWriteCannotMake_IsReportedAndRemoved(string attribute, string type) => Rule.FixesAsync<RemoveAttributeFixer>(
        Model($"[DynamoAttribute(\"m\"), {{|DTK0080:{attribute}|}}]", $"public {type} M {{ get; set; }}"),
        Model("[DynamoAttribute(\"m\")]", $"public {type} M {{ get; set; }}"));

    [Theory]
    [InlineData("ConcurrencyToken", "int")]
    [InlineData("ConcurrencyToken", "long?")]
    [InlineData("ConcurrencyToken", "string?")]
    [InlineData("ConcurrencyToken", "Guid")]
    [InlineData("CreatedAt", "DateTimeOffset?")]
    [InlineData("CreatedAt", "int")]
    [InlineData("UpdatedAt", "DateTime")]
    [InlineData("UpdatedAt", "long")]
    public async Task Type_ThatAWriteCanMake_IsFine(string attribute, string type)
    {
        await Rule.AllowsAsync(Model($"[{attribute}]", $"public {type} M {{ get; set; }}"));
        await Rule.AllowsAsync(Model($"[{attribute}]", $"public {type} M {{ get; init; }}"));
    }

    private static string Model(params string[] lines) => $$"""
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            {{string.Join("\n    ", lines)}}
        }
        """;
}
