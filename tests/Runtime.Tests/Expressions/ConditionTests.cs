using DynamoToolkit.Expressions;
using DynamoToolkit.Runtime.Tests.Tables.Support;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Expressions;

public sealed class ConditionTests
{
    private static readonly Run.Attributes R = new();

    [Fact]
    public void Comparison_WithValue_PutsTheValueIntoTheValues() =>
        AssertText(R.Status == "a\"b", "#n0 = :v0", """{"#n0":"status"}""", """{":v0":{"S":"a\"b"}}""");

    [Fact]
    public void Comparison_OfEachKind_WritesItsOperator()
    {
        AssertText(R.StartTime != 1, "#n0 <> :v0");
        AssertText(R.StartTime < 1, "#n0 < :v0");
        AssertText(R.StartTime <= 1, "#n0 <= :v0");
        AssertText(R.StartTime > 1, "#n0 > :v0");
        AssertText(R.StartTime >= 1, "#n0 >= :v0");
    }

    [Fact]
    public void Comparison_WithAnotherAttribute_WritesBothNames() =>
        AssertText(R.StartTime < R.EndTime, "#n0 < #n1", """{"#n0":"startTime","#n1":"endTime"}""");

    [Fact]
    public void Equality_WithNull_MeansAbsentOrNull()
    {
        AssertText(R.Status == null, "attribute_not_exists(#n0) OR attribute_type(#n0, :v0)", values: """{":v0":{"S":"NULL"}}""");
        AssertText(R.Status != null, "NOT (attribute_not_exists(#n0) OR attribute_type(#n0, :v0))");
    }

    [Fact]
    public void Combination_OfAndInOr_IsInParentheses() =>
        AssertText((R.StartTime == 1 & R.EndTime == 2) | R.Status == "x", "(#n0 = :v0 AND #n1 = :v1) OR #n2 = :v2");

    [Fact]
    public void Combination_OfTheSameKind_StaysFlat() =>
        AssertText(R.StartTime == 1 & R.EndTime == 2 & R.Status == "x", "#n0 = :v0 AND #n1 = :v1 AND #n2 = :v2");

    [Fact]
    public void Not_OfNot_IsTheConditionItself() => AssertText(!!(R.Status == "x"), "#n0 = :v0");

    [Fact]
    public void Not_OfACombination_PutsItInParentheses() =>
        AssertText(!(R.StartTime == 1 | R.EndTime == 2), "NOT (#n0 = :v0 OR #n1 = :v1)");

    [Fact]
    public void Functions_OfEachKind_WriteTheirNames()
    {
        AssertText(R.Status.Exists(), "attribute_exists(#n0)");
        AssertText(R.Status.NotExists(), "attribute_not_exists(#n0)");
        AssertText(R.Place.Exists(), "attribute_exists(#n0)");
        AssertText(R.Status.IsType(AttributeType.StringSet), "attribute_type(#n0, :v0)", values: """{":v0":{"S":"SS"}}""");
        AssertText(R.Status.StartsWith("ab"), "begins_with(#n0, :v0)");
        AssertText(R.Status.Contains("ab"), "contains(#n0, :v0)");
        AssertText(R.Tags.Contains("ab"), "contains(#n0, :v0)", values: """{":v0":{"S":"ab"}}""");
        AssertText(R.Tags.Size() > 3, "size(#n0) > :v0", values: """{":v0":{"N":"3"}}""");
        AssertText(R.Tags.Size().Between(1, 2), "size(#n0) BETWEEN :v0 AND :v1");
        AssertText(R.StartTime.Between(1, 2), "#n0 BETWEEN :v0 AND :v1");
        AssertText(R.Status.In("a", "b"), "#n0 IN (:v0, :v1)");
    }

    [Fact]
    public void Path_ThroughMapsListsAndDictionaries_NamesEachPart()
    {
        AssertText(R.Place.City == "x", "#n0.#n1 = :v0", """{"#n0":"place","#n1":"city"}""");
        AssertText(R.Labels[2] == "x", "#n0[2] = :v0");
        AssertText(R.Stops[1].City == "x", "#n0[1].#n1 = :v0", """{"#n0":"stops","#n1":"city"}""");
        AssertText(R.Notes["a.b"] == "x", "#n0.#n1 = :v0", """{"#n0":"notes","#n1":"a.b"}""");
    }

    [Fact]
    public void Names_UsedTwice_AreWrittenOnce() =>
        AssertText(R.Status == "a" | R.Status == "b", "#n0 = :v0 OR #n0 = :v1", """{"#n0":"status"}""");

    [Fact]
    public void In_WithoutValues_HoldsForNoItem() => AssertText(R.Status.In(), "attribute_exists(#n0) AND attribute_not_exists(#n0)");

    [Fact]
    public void AndAlso_AndOrElse_AreAndAndOr()
    {
        AssertText(R.StartTime == 1 && R.EndTime == 2, "#n0 = :v0 AND #n1 = :v1");
        AssertText(R.StartTime == 1 || R.EndTime == 2 && !(R.Status == "x"), "#n0 = :v0 OR (#n1 = :v1 AND NOT (#n2 = :v2))");
    }

    [Fact]
    public void Value_BeforeTheAttribute_TurnsTheOperatorAround()
    {
        AssertText(1 < R.StartTime, "#n0 > :v0");
        AssertText(1 <= R.StartTime, "#n0 >= :v0");
        AssertText(1 > R.StartTime, "#n0 < :v0");
        AssertText(1 >= R.StartTime, "#n0 <= :v0");
        AssertText("x" == R.Status, "#n0 = :v0");
        AssertText(null != R.Status, "NOT (attribute_not_exists(#n0) OR attribute_type(#n0, :v0))");
    }

    [Fact]
    public void Boolean_IsAConditionOfItsOwn()
    {
        var active = new BooleanAttribute<BooleanConverter>("active");
        var other = new BooleanAttribute<BooleanConverter>("other");
        AssertText(active, "#n0 = :v0", """{"#n0":"active"}""", """{":v0":{"BOOL":true}}""");
        AssertText(!active, "NOT (#n0 = :v0)");
        AssertText(active == false, "#n0 = :v0", values: """{":v0":{"BOOL":false}}""");
        AssertText(active != true, "#n0 <> :v0", values: """{":v0":{"BOOL":true}}""");
        AssertText(active == null, "attribute_not_exists(#n0) OR attribute_type(#n0, :v0)");
        AssertText(active && other, "#n0 = :v0 AND #n1 = :v1");
        AssertText(active == other, "#n0 = #n1");
        Assert.Throws<ArgumentException>(() => active == new BooleanAttribute<BooleanConverter>("active"));
    }

    [Fact]
    public void In_WithMoreThan100Values_IsRefused()
    {
        R.StartTime.In([.. Enumerable.Range(0, 100).Select(i => (long)i)]);
        var error = Assert.Throws<ArgumentException>(() => R.StartTime.In([.. Enumerable.Range(0, 101).Select(i => (long)i)]));
        Assert.Contains("101", error.Message);
    }

    [Fact]
    public void Condition_WithMoreThan300Operators_IsRefusedBeforeSending()
    {
        // 150 comparisons and 149 times OR, and the NOT around them.
        var condition = R.StartTime == 0;
        for (var i = 1; i < 150; i++)
            condition |= R.StartTime == i;
        Text(!condition);

        var error = Assert.Throws<ArgumentException>(() => Text(condition | R.EndTime.Exists()));
        Assert.Contains("301", error.Message);
        Assert.Contains("300", error.Message);
    }

    [Fact]
    public void Size_InACondition_CountsAsAFunction()
    {
        // A size, its comparison and the AND: three a term, less the AND of the first.
        var condition = R.Tags.Size() > 0;
        for (var i = 1; i < 100; i++)
            condition &= i % 2 == 0 ? R.Tags.Size() > i : R.Tags.Size().Between(1, i);
        Text(!condition);

        Assert.Contains("301", Assert.Throws<ArgumentException>(() => Text(condition & R.EndTime.Exists())).Message);
    }

    [Fact]
    public void Condition_WithTooLongText_IsRefusedBeforeSending()
    {
        var values = Enumerable.Range(0, 100).Select(i => (long)i).ToArray();
        var condition = R.StartTime.In(values);
        for (var i = 0; i < 9; i++)
            condition |= R.StartTime.In(values);
        var error = Assert.Throws<ArgumentException>(() => Text(condition));
        Assert.Contains("4096", error.Message);
    }

    [Fact]
    public void Value_ThatDynamoDbRefuses_IsNamedByItsAttribute()
    {
        var error = Assert.ThrowsAny<ArgumentException>(() => Text(R.Place.City == "\ud800"));
        Assert.Contains("place.city", error.Message);
    }

    private static string Text(Condition condition)
    {
        var db = new Db();
        db.Runs.Put(new Run { RunId = "1" }).If(condition).ExecuteAsync().GetAwaiter().GetResult();
        return db.Sent;
    }

    private static void AssertText(Condition condition, string text, string? names = null, string? values = null)
    {
        var sent = Text(condition);
        Assert.Contains($"\"ConditionExpression\":\"{text}\"", sent);
        if (names is not null)
            Assert.Contains($"\"ExpressionAttributeNames\":{names}", sent);
        if (values is not null)
            Assert.Contains($"\"ExpressionAttributeValues\":{values}", sent);
    }
}
