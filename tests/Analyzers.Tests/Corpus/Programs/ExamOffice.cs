using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Corpus.Exams;
using DynamoToolkit;

namespace Corpus.Programs.ExamOffice;

/// <summary>Results of exams.</summary>
public sealed class ExamOffice(DynamoTable<ExamResult> results)
{
    public async Task<ExamResult?> FindAsync(int student, string course, CancellationToken cancellationToken) =>
        await results.GetAsync(ExamResult.Key(student, course), cancellationToken: cancellationToken);

    public async Task GradeAsync(int student, string course, IReadOnlyDictionary<string, int> points, CancellationToken cancellationToken)
    {
        var total = points.Values.Sum();
        var update = results.Update(ExamResult.Key(student, course))
            .Set(r => r.PointsByQuestion, new Dictionary<string, int>(points))
            .Set(r => r.Grade, Math.Max(1, 6 - (total / 20m)))
            .SetIfNotExists(r => r.SatOn, DateOnly.FromDateTime(DateTime.UtcNow));
        await update.ExecuteAsync(cancellationToken);
    }

    public async Task<IReadOnlyDictionary<string, decimal>> TranscriptAsync(int student, CancellationToken cancellationToken)
    {
        var all = await results.Query(ExamResult.Partition(student)).ToListAsync(cancellationToken);
        return all.ToDictionary(result => result.CourseId, result => result.Grade);
    }

    public async Task<int> AppealAsync(int student, string course, string question, int points, CancellationToken cancellationToken)
    {
        var changed = await results.Update(ExamResult.Key(student, course))
            .Set(r => r.PointsByQuestion[question], points)
            .If(r => r.PointsByQuestion[question] < points)
            .ReturnNew()
            .ExecuteAsync(cancellationToken);
        return changed.Item!.PointsByQuestion.Values.Sum();
    }
}
