using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Corpus.Surveys;
using DynamoToolkit;

namespace Corpus.Programs.SurveyStatistics;

/// <summary>Statistics of a survey.</summary>
public sealed class SurveyStatistics(DynamoTable<SurveyAnswer> answers)
{
    /// <summary>Reads page after page, and keeps no more than the sums.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountAsync(Guid survey, string question, CancellationToken cancellationToken)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        await foreach (var answer in answers.Query(SurveyAnswer.Partition(survey)).WithCancellation(cancellationToken))
        {
            foreach (var choice in answer.Choices.GetValueOrDefault(question) ?? [])
                counts[choice] = counts.GetValueOrDefault(choice) + 1;
        }

        return counts;
    }

    public async Task<double?> MeanAsync(Guid survey, CancellationToken cancellationToken)
    {
        var units = 0.0;
        var scores = await answers.Query(SurveyAnswer.Partition(survey))
            .ReturnConsumedCapacity(used => units += used.CapacityUnits)
            .AsAsyncEnumerable()
            .Select(answer => (double?)answer.Score)
            .ToListAsync(cancellationToken);
        return scores.Average();
    }

    /// <summary>An export of all answers of all surveys, which somebody starts once a year.</summary>
    [AllowScan("the yearly export")]
    public async Task ExportAsync(Func<SurveyAnswer, Task> write, CancellationToken cancellationToken)
    {
        await foreach (var answer in answers.Scan().InParallel(4).WithCancellation(cancellationToken))
            await write(answer);
    }
}
