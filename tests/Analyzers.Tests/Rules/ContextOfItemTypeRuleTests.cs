namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class ContextOfItemTypeRuleTests
{
    [Fact]
    public Task Context_OfATypeWithTemplates_IsReported() => SdkRule.ReportsAsync(
        """
        await context.{|DTK2107:SaveAsync|}(run);
        var found = await context.{|DTK2107:LoadAsync<Run>|}("RUN#1");
        """);

    [Fact]
    public Task Context_OfATypeThatItCanMap_IsAllowed() => SdkRule.ReportsAsync(
        """
        await context.SaveAsync(plain);
        """);
}
