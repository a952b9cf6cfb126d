namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class AttributeAsValueRuleTests
{
    [Theory]
    [InlineData("r => r.Name == $\"{{|DTK2003:r.RunId|}} x\"")]
    [InlineData("r => r.Name == {|DTK2003:r.RunId|} + \"x\"")]
    [InlineData("r => r.Name == {|DTK2003:r.Steps|}.ToString()")]
    public Task Attribute_InText_IsReportedAlthoughItCompiles(string lambda) =>
        UseRule.ReportsAsync($"await runs.Scan().Where({lambda}).ToListAsync();");

    [Theory]
    [InlineData("r => {|DTK2003:r.Name|}.Equals(\"x\")")]
    [InlineData("r => names.Contains({|DTK2003:r.Name|})")]
    [InlineData("r => names.Any(n => n == {|DTK2003:r.Name|})")]
    [InlineData("r => string.IsNullOrEmpty({|DTK2003:r.Name|})")]
    [InlineData("r => Math.Abs({|DTK2003:r.Score|}) > 3")]
    [InlineData("r => object.Equals({|DTK2003:r.Name|}, \"x\")")]
    public Task Attribute_WhereAValueStands_IsReported(string lambda) => UseRule.RefusesAsync(lambda);

    [Fact]
    public Task Message_TurnsContainsAround() => UseRule.SaysAsync(
        "r => names.Contains(r.Name)", "'r.Name' stands for an attribute, and its value is not known here; write 'r.Name.In(names)'");

    [Fact]
    public Task Values_AndFunctionsOfOnesOwn_AreAllowed() => UseRule.ReportsAsync(
        """
        await runs.Scan().Where(
            r => r.Name == $"{run.RunId} x" && r.Name == run.RunId + "x" && r.Steps == Math.Abs(run.Steps)).ToListAsync();
        await runs.Scan().Where(r => IsNew(r.Steps) && IsAny(r.Name)).ToListAsync();

        static DynamoToolkit.Expressions.Condition IsNew(
            DynamoToolkit.Expressions.Attribute<long, DynamoToolkit.Wire.NumberConverter<long>> steps) => steps == 0;
        static DynamoToolkit.Expressions.Condition IsAny(DynamoToolkit.Expressions.IAttribute attribute) => attribute.Exists();
        """);
}
