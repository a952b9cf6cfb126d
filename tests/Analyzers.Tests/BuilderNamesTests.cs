namespace DynamoToolkit.Analyzers.Tests;

/// <summary>Calls are looked at by name first, so a name that is missing would be a rule that stays silent.</summary>
public sealed class BuilderNamesTests
{
    [Fact]
    public void Builders_AreAllMethodsOfATableThatBeginARequest()
    {
        var methods = typeof(DynamoTable<>).GetMethods().Where(static method => IsBuilder(method.ReturnType));
        Assert.Equal(methods.Select(static method => method.Name).ToHashSet(), UseAnalyzer.Builders);
    }

    private static bool IsBuilder(Type? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Name is "WriteBuilder`2" or "GetBuilder`1" or "ItemSequence`1")
                return true;
        }

        return false;
    }
}
