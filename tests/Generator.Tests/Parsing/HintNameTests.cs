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
            namespace Event { public class One; namespace shop { public class Two; } public class Shop { public class Two; } }
            """);
        Assert.Equal(
            [
                "Event.One", "Event.Shop", "Event.Shop.Two", "Event.shop-2.Two", "RUN", "RUN.Step", "RUN.step-2", "Run(1)", "Run-2",
                "Run-2.Step", "event-2.Shop.Other", "event-2.Shop.run", "run-3",
            ],
            compilation.Assembly.GlobalNamespace.AllTypes().Select(HintNames.Of).Order(StringComparer.Ordinal));
    }
}
