namespace DynamoToolkit.Local.Durability;

/// <summary>What reading the records of a file found.</summary>
/// <param name="Whole">The length of the intact records at the beginning of the file.</param>
/// <param name="Length">The length of the file.</param>
/// <param name="Problem">What ends the intact records; null if the file ends there.</param>
/// <param name="Unread">The bytes that belong to no intact record.</param>
/// <param name="Reason">Why an intact record makes no sense; null if all do. Such a record was not damaged by a failure.</param>
internal readonly record struct RecordScan(long Whole, long Length, string? Problem, long Unread, InvalidDataException? Reason = null);
