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

    [Theory]
    [InlineData("r => {|DTK2001:true|}")]
    [InlineData("r => {|DTK2001:names.Count > 3|}")]
    [InlineData("r => {|DTK2001:names.Count > 3|} || r.Active")]
    [InlineData("r => r.Active & ({|DTK2001:names.Count > 3|})")]
    [InlineData("r => {|DTK2001:r == null|}")]
    [InlineData("r => {|DTK2001:r is { Active: true }|}")]
    public Task ValueOfTheProgram_WhereAConditionStands_IsReported(string lambda) => UseRule.RefusesAsync(lambda);

    [Theory]
    [InlineData("r => {|DTK2001:r.Score == 3.5|}")]
    [InlineData("r => {|DTK2001:3m < r.Score|} && r.Active")]
    [InlineData("r => {|DTK2001:r.Start > DateTimeOffset.UtcNow|}")]
    [InlineData("r => {|DTK2001:r.Steps == r.Score|}")]
    [InlineData("r => {|DTK2001:r.Name.Size() > r.Status.Size()|}")]
    [InlineData("r => {|DTK2001:r.Name.Exists() == true|}")]
    [InlineData("r => {|DTK2001:r.Color > DayOfWeek.Monday|}")]
    [InlineData("r => {|DTK2001:r.Score == null|}")]
    public Task Comparison_ThatAttributesDoNotHave_IsReported(string lambda) => UseRule.RefusesAsync(lambda);

    [Theory]
    [InlineData("r => r.Ratio > 3m", "compare it with a value of type 'double'")]
    [InlineData(
        "r => r.Color > DayOfWeek.Monday",
        "DynamoDB would compare the names of 'DayOfWeek' as texts; store it with EnumStorage.Number, or use In()")]
    [InlineData("r => r.Score != null", "write 'r.Score.Exists()'; comparing it with null needs C# 14")]
    public Task MessageOfAComparison_SaysWhatToWrite(string lambda, string remedy) => UseRule.SaysAsync(
        lambda, $"'{lambda[5..]}' is not a condition that DynamoDB can evaluate; {remedy}");

    [Fact]
    public Task MessageOfAValue_SaysWhereToTestIt() => UseRule.SaysAsync(
        "r => r.Active && names.Count > 3",
        "'names.Count > 3' is not a condition that DynamoDB can evaluate; it does not depend on the item; "
        + "test it in the program, and call Where() only if it applies");

    [Fact]
    public Task Assignment_InAnUpdate_SaysHowToSet() => UseRule.SaysAsync(
        "r => r.Name = \"x\"",
        "'r.Name = \"x\"' is not a condition that DynamoDB can evaluate; write 'Set(r => r.Name, \"x\")'",
        "runs.Update(key).Set($)");

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
