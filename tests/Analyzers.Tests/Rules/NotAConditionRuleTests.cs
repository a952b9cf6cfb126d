namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class NotAConditionRuleTests
{
    [Theory]
    [InlineData("r => !{|DTK2001:r.Name|}")]
    [InlineData("r => {|DTK2001:r.Name|}")]
    [InlineData("r => r.Active && {|DTK2001:r.Name|}")]
    [InlineData("r => ({|DTK2001:r.Tags|}) || r.Active")]
    [InlineData("r => {|DTK2001:r.Name is null|}")]
    [InlineData("r => {|DTK2001:r.Score is not null|}")]
    [InlineData("r => {|DTK2001:r.Score is > 3|}")]
    [InlineData("r => {|DTK2001:r.Name = \"x\"|}")]
    [InlineData("r => ({|DTK2001:r.Score ?? 0|}) > 3")]
    [InlineData("r => {|DTK2001:r.Approved is null|}")]
    public Task Attribute_WhereAConditionStands_IsReported(string lambda) => UseRule.RefusesAsync(lambda);

    [Fact]
    public Task Message_SaysWhatToWrite() => UseRule.SaysAsync(
        "r => r.Name is null", "'r.Name is null' is not a condition that DynamoDB can evaluate; write 'r.Name == null'");

    [Fact]
    public Task Conditions_OfEveryKind_AreAllowed() => UseRule.ReportsAsync(
        """
        await runs.Scan().Where(r => r.Active && !r.Approved || r.Score > 3 && 3 < r.Score || r.Name == null).ToListAsync();
        await runs.Delete(key).If(r => r.Active).ExecuteAsync();
        await runs.Update(key).Set(
            r => r.Active, r => r.Approved.IfNotExists(true)).If(r => names.Count > 3 ? r.Active : !r.Active).ExecuteAsync();
        """);
}
