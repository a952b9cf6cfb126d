namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class NotEvaluatedRuleTests
{
    [Theory]
    [InlineData("r => r.Tags.{|DTK2002:Any|}()")]
    [InlineData("r => r.Tags.{|DTK2002:Count|} > 3")]
    [InlineData("r => r.Score.{|DTK2002:HasValue|}")]
    [InlineData("r => r.Score.{|DTK2002:Value|} > 3")]
    [InlineData("r => r.Name.{|DTK2002:ToLower|}() == \"x\"")]
    [InlineData("r => r.Name!.{|DTK2002:EndsWith|}(\"x\")")]
    [InlineData("r => r.Counts.{|DTK2002:ContainsKey|}(\"x\")")]
    [InlineData("r => r.Start.{|DTK2002:Year|} == 2026")]
    [InlineData("r => r.Name{|DTK2002:?|}.StartsWith(\"x\")")]
    public Task Member_ThatDynamoDbCannotEvaluate_IsReported(string lambda) => UseRule.RefusesAsync(lambda);

    [Theory]
    [InlineData("r => r.Steps {|DTK2002:%|} 2 == 0")]
    [InlineData("r => r.Steps {|DTK2002:+|} 1 > 3")]
    [InlineData("r => {|DTK2002:-|}r.Steps > 3")]
    [InlineData("r => r.Start {|DTK2002:-|} DateTime.UtcNow > TimeSpan.FromDays(1)")]
    [InlineData("r => r.Active {|DTK2002:^|} r.Approved")]
    [InlineData("r => r.Steps{|DTK2002:++|} > 3")]
    [InlineData("r => ({|DTK2002:int|})r.Color == 1")]
    [InlineData("r => (r.Name {|DTK2002:as|} string) == \"x\"")]
    [InlineData("r => r.Name{|DTK2002:[0]|} == 'x'")]
    [InlineData("r => r.Name.StartsWith(\"x\", {|DTK2002:StringComparison.Ordinal|})")]
    [InlineData("r => r.Name.{|DTK2002:CompareTo|}(\"x\") > 0")]
    public Task Operator_ThatDynamoDbCannotEvaluate_IsReported(string lambda) => UseRule.RefusesAsync(lambda);

    [Theory]
    [InlineData("r => r.Steps {|DTK2002:*|} 2")]
    [InlineData("r => r.Steps{|DTK2002:++|}")]
    public Task Operator_InTheValueOfAnUpdate_IsReported(string lambda) =>
        UseRule.RefusesAsync(lambda, "runs.Update(key).Set(r => r.Steps, $)");

    [Theory]
    [InlineData("r => r.Tags.Any()", "DynamoDB can't evaluate 'Any' of 'r.Tags'; write 'r.Tags.Size() > 0', or Contains() for an element")]
    [InlineData("r => r.Score.HasValue", "DynamoDB can't evaluate 'HasValue' of 'r.Score'; write 'r.Score != null'")]
    public Task Message_SaysWhatToWrite(string lambda, string message) => UseRule.SaysAsync(lambda, message);

    [Fact]
    public Task Functions_OfDynamoDb_AreAllowed() => UseRule.ReportsAsync(
        """
        await runs.Scan().Where(
            r => r.Name.StartsWith("x") && r.Tags.Contains("y") && r.Tags.Size() > 3 && r.Counts["a"].Exists()).ToListAsync();
        await runs.Scan().Where(
            r => r.Name.In(names) && r.Score.Between(1, 3) && r.Name.IsType(DynamoToolkit.Expressions.AttributeType.String)).ToListAsync();
        await runs.Scan().AsAsyncEnumerable().Where(r => r.Name!.ToLower() == "x" && r.Score.HasValue && r.Tags.Any()).ToListAsync();
        """);
}
