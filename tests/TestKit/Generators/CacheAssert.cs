using Microsoft.CodeAnalysis;
using Xunit;

namespace DynamoToolkit.TestKit;

/// <summary>Looks at why the steps of a pipeline ran.</summary>
public static class CacheAssert
{
    /// <summary>Fails unless everything that the generator writes came from the cache.</summary>
    public static void AllOutputsCached(GeneratorDriverRunResult result)
    {
        foreach (var one in result.Results)
        {
            var reasons = one.TrackedOutputSteps.SelectMany(step => step.Value)
                .SelectMany(step => step.Outputs).Select(output => output.Reason);
            Assert.All(reasons, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        }
    }

    /// <summary>The reasons of a named step, in a stable order.</summary>
    public static IReadOnlyList<IncrementalStepRunReason> ReasonsOf(GeneratorDriverRunResult result, string stepName) =>
    [
        .. result.Results
            .Where(one => one.TrackedSteps.ContainsKey(stepName))
            .SelectMany(one => one.TrackedSteps[stepName])
            .SelectMany(step => step.Outputs)
            .Select(output => output.Reason)
            .Order(),
    ];
}
