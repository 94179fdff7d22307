namespace IntegrationHub.Storage.Attendance;

/// <summary>A register's journal row, as far as the fold needs it.</summary>
public readonly record struct RegisterRow(long Position, DateTime ReceivedTime, int SessionNumber, byte[] Payload);
