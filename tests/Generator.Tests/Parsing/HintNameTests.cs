using DynamoToolkit.Shared.Parsing;
using DynamoToolkit.Shared.Roslyn;
using DynamoToolkit.TestKit;

namespace DynamoToolkit.Generator.Tests.Parsing;

public sealed class HintNameTests
{
    [Fact]
    public void HintNames_OfTypesThatDifferInCaseOnly_AreNumberedInTheOrderOfTheirNames()
    {
        var compilation = TestCompilation.Create(
            """
            public class run;
            public class RUN { public class step; public class Step; }
            public class Run { public class Step; }
            public class Run<T>;
            namespace @event.Shop { public class run; public class Other; }
            """);
        Assert.Equal(
            ["RUN", "RUN.Step", "RUN.step-2", "Run-2", "Run-2", "Run-2.Step", "event.Shop.Other", "event.Shop.run", "run-3"],
            compilation.Assembly.GlobalNamespace.AllTypes().Select(HintNames.Of).Order(StringComparer.Ordinal));
    }
}
