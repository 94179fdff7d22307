namespace IntegrationHub.Domain.Published.Suppression;

/// <summary>A count between the two lines in which it stands: it enters the one and leaves the other.</summary>
/// <param name="From">The line that it leaves.</param>
/// <param name="To">The line that it enters.</param>
/// <param name="Count">What is counted.</param>
/// <param name="Cost">What is lost when it is withheld to protect another.</param>
/// <param name="IsSettled">A total of a table, which is also a list by itself: whether it is withheld has been decided there.</param>
internal readonly record struct Cell(int From, int To, CountCell Count, long Cost, bool IsSettled);

/// <summary>Some counts that a reader can add up, and their sum.</summary>
internal sealed record CellLine(int Whole, IReadOnlyList<int> Parts);
