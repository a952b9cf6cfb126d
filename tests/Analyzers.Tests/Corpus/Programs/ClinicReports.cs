using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Corpus.Patients;
using DynamoToolkit;

namespace Corpus.Programs.ClinicReports;

/// <summary>Visits of a patient.</summary>
public sealed class ClinicReports(DynamoTable<Visit> visits)
{
    public async Task<decimal?> LatestAsync(Guid patient, string code, CancellationToken cancellationToken)
    {
        var latest = await visits.Query(Visit.Partition(patient)).Descending().FirstOrDefaultAsync(cancellationToken);
        return latest?.Observations.GetValueOrDefault(code)?.Value;
    }

    public Task<List<Visit>> InYearAsync(Guid patient, int year, CancellationToken cancellationToken) =>
        visits.Query(Visit.Partition(patient))
            .Where(visit => visit.On.Between(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)))
            .ToListAsync(cancellationToken);

    public Task ObserveAsync(Visit visit, string code, Observation observation, CancellationToken cancellationToken) =>
        visits.Update(visit)
            .Set(v => v.Observations[code], observation)
            .If(v => v.Observations[code].NotExists())
            .ExecuteAsync(cancellationToken);

    /// <summary>Visits with a finding of a kind, which only the program can look for inside lists.</summary>
    public async Task<List<DateOnly>> WithSevereFindingsAsync(Guid patient, CancellationToken cancellationToken) =>
        await visits.Query(Visit.Partition(patient))
            .AsAsyncEnumerable()
            .Where(visit => visit.Findings.Any(finding => finding.Severity == Severity.High))
            .Select(visit => visit.On)
            .ToListAsync(cancellationToken);
}
