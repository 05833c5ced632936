"""What a researcher can do to a project: functions of an open step, which never commit."""
